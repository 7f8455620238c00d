import { isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CommandFailed } from './command-failed.ts';
import type { Progress } from './progress.ts';

/** A line that cannot be read as text. */
export class UnreadableLine extends Error {
  override readonly name = 'UnreadableLine';
}

/** The longest line, in bytes: longer than the longest record. */
const LONGEST_LINE = 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Reads the lines of a file (`-` is standard input; gzip is recognised), a part at a time, so that memory does
 * not grow with the file.
 *
 * @throws CommandFailed when it cannot be opened; UnreadableLine when the line after those given is not UTF-8,
 *   is too long, or cannot be decompressed
 */
export async function* readLines(file: string, progress: Progress): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of decompressed(chunksOf(file, progress))) {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end >= 0) yield* decodeLines(Buffer.concat([rest, chunk.subarray(0, end)]));
    rest = end >= 0 ? chunk.subarray(end + 1) : Buffer.concat([rest, chunk]);
    if (rest.length > LONGEST_LINE) throw new UnreadableLine('expected a record, got a line of over 1 MiB');
  }
  if (rest.length > 0) yield* decodeLines(rest);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The lines, all at once; where one of them is not UTF-8, those before it. */
function* decodeLines(bytes: Buffer): Generator<string[]> {
  if (isUtf8(bytes)) return yield UTF8.decode(bytes).split('\n');
  for (let start = 0; ; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    if (!isUtf8(line)) throw new UnreadableLine('expected UTF-8, got other bytes');
    yield [UTF8.decode(line)];
    start = end + 1;
  }
}

async function* chunksOf(file: string, progress: Progress): AsyncGenerator<Buffer> {
  for await (const chunk of file === '-' ? process.stdin : await openFile(file, progress)) {
    progress.advance(chunk.length);
    yield chunk;
  }
}

async function openFile(file: string, progress: Progress): Promise<Readable> {
  try {
    const handle = await open(file);
    const { size } = await stat(file);
    progress.begin(file, size);
    return handle.createReadStream({ highWaterMark: 256 * 1024 });
  } catch {
    throw new CommandFailed(`${file} cannot be opened: there is no such file, or it may not be read.`);
  }
}

/** The bytes, or, where they begin as gzip does, what was compressed. */
async function* decompressed(input: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await input.next();
  if (first.done) return;
  const all = prepended(first.value, input);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* all;
  const gunzip = createGunzip();
  // An error of either stream ends the loop below.
  pipeline(Readable.from(all), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    if (error instanceof CommandFailed) throw error;
    throw new UnreadableLine('expected gzip that is whole, got one that is cut off or damaged');
  }
}

async function* prepended(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    yield* rest;
  } finally {
    // Whoever stops after the first has not begun with the rest, and would leave the file open.
    await rest.return(undefined);
  }
}
