import { once } from 'node:events';
import { createWriteStream, renameSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { encodeWorldRecord } from '@laurel/contract/world/line';
import type { WorldRecord } from '@laurel/domain';

const GATHERED = 256 * 1024;

/** Writes a world file (WORLD_FORMAT.md), compressed where its name ends in `.gz`; it appears when it is whole. */
export async function writeWorld(records: Iterable<WorldRecord>, file: string): Promise<void> {
  const output = createWriteStream(`${file}.part`);
  const input = file.endsWith('.gz') ? createGzip() : output;
  if (input !== output) input.pipe(output);
  let lines = '';
  for (const record of records) {
    lines += `${encodeWorldRecord(record)}\n`;
    if (lines.length < GATHERED) continue;
    if (!input.write(lines)) await once(input, 'drain');
    lines = '';
  }
  input.end(lines);
  await finished(output);
  renameSync(`${file}.part`, file);
}
