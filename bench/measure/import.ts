import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StoreLocation } from '@laurel/store';
import { type LaurelRun, runLaurel } from '../servers/laurel.ts';
import type { Order } from '../world/records.ts';
import type { Worlds } from '../worlds.ts';
import { bytesOnDisk } from './bytes-on-disk.ts';

/** One `laurel import` of a world file into an empty store, start of the process included. */
export interface ImportResult {
  readonly unlocks: number;
  readonly order: Order;
  readonly seconds: number;
  readonly unlocksPerSecond: number;
  /** In bytes; NaN where the system does not say. */
  readonly peakMemory: number;
  /** The database, for each unlock; NaN on PostgreSQL. */
  readonly bytesPerUnlock: number;
}

export interface ImportResults {
  readonly imports: readonly ImportResult[];
  readonly verify: { readonly seconds: number; readonly peakMemory: number };
  readonly export: { readonly seconds: number; readonly peakMemory: number };
  /** Whether what was exported, imported and exported again is the same to the byte. */
  readonly roundTrip: boolean;
}

/** Gives a place for a new store, in this folder unless it is elsewhere. */
export type NewLocation = (folder: string) => Promise<StoreLocation>;

/** Measures `laurel import`, `verify` and `export` as processes of their own. */
export async function measureImports(
  worlds: Worlds,
  sizes: readonly number[],
  newLocation: NewLocation,
): Promise<ImportResults> {
  const largest = Math.max(...sizes);
  const imports: ImportResult[] = [];
  for (const unlocks of sizes) imports.push(await importOnce(unlocks, 'player'));
  imports.push(await importOnce(largest, 'scattered'));
  return { imports, ...(await measureRoundTrip(await worlds.file(largest, 'player'))) };

  async function importOnce(unlocks: number, order: Order): Promise<ImportResult> {
    const file = await worlds.file(unlocks, order);
    console.error(`import of ${unlocks} unlocks, ${order} …`);
    return worlds.withScratch(async (scratch) => {
      const location = await newLocation(scratch);
      const run = await runLaurel(location, ['import', file]);
      const bytesPerUnlock = bytesOnDisk(location) / unlocks;
      return { unlocks, order, ...cost(run), unlocksPerSecond: unlocks / run.seconds, bytesPerUnlock };
    });
  }

  async function measureRoundTrip(file: string): Promise<Omit<ImportResults, 'imports'>> {
    console.error('verify, export, import, export …');
    return worlds.withScratch(async (scratch) => {
      const [first, second] = [join(scratch, 'first'), join(scratch, 'second')];
      const [firstFile, secondFile] = [`${first}.jsonl`, `${second}.jsonl`];
      const location = await newLocation(first);
      await runLaurel(location, ['import', file]);
      const verify = await runLaurel(location, ['verify']);
      const exported = await runLaurel(location, ['export', firstFile]);
      const again = await newLocation(second);
      await runLaurel(again, ['import', firstFile]);
      await runLaurel(again, ['export', secondFile]);
      const roundTrip = (await hashOf(firstFile)) === (await hashOf(secondFile));
      return { verify: cost(verify), export: cost(exported), roundTrip };
    });
  }
}

function cost({ seconds, peakMemory }: LaurelRun): { seconds: number; peakMemory: number } {
  return { seconds, peakMemory };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
