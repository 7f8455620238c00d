import { open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CommandFailed } from './command-failed.ts';
import type { Progress } from './progress.ts';

/** A line that cannot be read as text. */
export class UnreadableLine extends Error {
  override readonly name = 'UnreadableLine';
}

/** The longest line, in characters: longer than the longest record. */
const LONGEST_LINE = 1024 * 1024;

/**
 * Reads the lines of a file (`-` is standard input; gzip is recognised), a part at a time, so that memory does
 * not grow with the file.
 *
 * @throws CommandFailed when it cannot be opened, UnreadableLine when it is not UTF-8 or a line is too long
 */
export async function* readLines(file: string, progress: Progress): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of decompressed(chunksOf(file, progress))) {
    const lines = (rest + decode(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new UnreadableLine('expected a record, got a line of over 1 MiB');
    yield lines;
  }
  rest += decode();
  if (rest !== '') yield [rest];

  function decode(chunk?: Uint8Array): string {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new UnreadableLine('expected UTF-8 within the next lines');
    }
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
  yield first;
  yield* rest;
}
