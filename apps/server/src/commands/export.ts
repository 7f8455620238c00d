import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { encodeWorldRecord } from '@laurel/contract/world/line';
import type { Store } from '@laurel/store';
import type { LocationOptions } from '../settings.ts';
import { withExistingStore } from './with-store.ts';

/** Exports the world to a file, which appears when it is whole, or to standard output. */
export async function exportTo(file: string | undefined, options: LocationOptions): Promise<void> {
  await withExistingStore(options, async (store) => {
    if (file === undefined || file === '-') return writeWorld(store, process.stdout);
    const unfinished = `${file}.part`;
    try {
      await writeToFile(store, unfinished, file.endsWith('.gz'));
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

async function writeToFile(store: Store, file: string, compressed: boolean): Promise<void> {
  const output = createWriteStream(file, { flush: true });
  const input = compressed ? createGzip() : output;
  if (input !== output) input.pipe(output);
  await Promise.all([finished(output), writeWorld(store, input).then(() => input.end())]);
}

/** Lines are gathered before they are written: one write each would be most of the work. */
const GATHERED = 64 * 1024;

async function writeWorld(store: Store, output: Writable): Promise<void> {
  let lines = '';
  await store.exportWorld(async (record) => {
    lines += `${encodeWorldRecord(record)}\n`;
    if (lines.length >= GATHERED) await flush();
  });
  await flush();

  async function flush(): Promise<void> {
    if (lines !== '' && !output.write(lines)) await once(output, 'drain');
    lines = '';
  }
}
