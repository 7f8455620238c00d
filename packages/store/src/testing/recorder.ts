// A process that records unlocks. The first line on standard input is where the store is; each line after it
// is an unlock. Opens the store when it is told where, and prints the number of each unlock when it is recorded.
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable } from '../engine/engine.ts';
import type { StoreLocation } from '../engine/open.ts';
import { openStore, type Store, type StoreOptions } from '../store.ts';
import type { NumberedUnlock } from './recorder-process.ts';

console.log('loaded');
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const first = await lines.next();
if (!first.done) {
  const { location, options, now, atOnce } = JSON.parse(first.value) as Assignment;
  const store = await openStore(location, options);
  await Promise.all(Array.from({ length: atOnce }, () => recordLines(store, now)));
  await store.close();
}

/** What the first line says. */
export interface Assignment {
  readonly location: StoreLocation;
  /** The same for everybody who writes to this store. */
  readonly options?: StoreOptions;
  readonly now: number;
  /** How many unlocks are under way together. */
  readonly atOnce: number;
}

async function recordLines(store: Store, now: number): Promise<void> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const unlock = JSON.parse(line.value) as NumberedUnlock;
    await recordPatiently(store, unlock, now);
    console.log(unlock.number);
  }
}

/** As a client does that is told to try again. */
async function recordPatiently(store: Store, unlock: NumberedUnlock, now: number): Promise<void> {
  for (;;) {
    try {
      await store.recordUnlock(unlock, now);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await delay(20);
    }
  }
}
