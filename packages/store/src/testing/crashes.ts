import { setTimeout as delay } from 'node:timers/promises';
import type { StoreLocation } from '../engine/open.ts';
import type { StoreOptions } from '../store.ts';
import { openTestStore, type TestStore } from './both-engines.ts';
import { type NumberedUnlock, startRecorder } from './recorder-process.ts';
import { sharedWorld, unlocksInTurn } from './shared-world.ts';

const NOW = 2_000_000_000;
const PLAYERS = 400;
/** With unlock lists in several blocks. */
const OPTIONS: StoreOptions = { unlockBlockSize: 4 };
/** More unlocks than a process records before it is killed. */
const SHARE = 1_000;

/** What became of a store whose writers were killed. */
export interface CrashReport {
  /** How many unlocks were acknowledged, all in all. */
  readonly acknowledged: number;
  /** Those of them that are not in the store as they were recorded. */
  readonly lost: readonly NumberedUnlock[];
  /** What `verify` found, after the last crash. */
  readonly differences: readonly unknown[];
}

/**
 * Has a process record unlocks and kills it, `rounds` times: within `longest` milliseconds of its beginning, or,
 * every other time, of its first acknowledgement. Each next one begins with what the one before it had not
 * acknowledged. After each crash the store is opened and looked at.
 */
export async function crashWriters(
  location: StoreLocation,
  { rounds, longest }: { rounds: number; longest: number },
): Promise<CrashReport> {
  const unlocks = unlocksInTurn(PLAYERS);
  const acknowledged = new Map<number, NumberedUnlock>();
  const lost: NumberedUnlock[] = [];
  await inStore(location, (store) => store.importWorld(sharedWorld(PLAYERS), NOW));

  // The next process loads while the present one works.
  let upcoming = startRecorder();
  for (let round = 0; round < rounds; round += 1) {
    const recorder = await upcoming;
    upcoming = startRecorder();
    const share = unlocks.filter(({ number }) => !acknowledged.has(number)).slice(0, SHARE);
    recorder.record({ location, options: OPTIONS, now: NOW, atOnce: 3 }, share);
    if (round % 2 === 1) await recorder.started;
    await delay(Math.random() * longest);
    await recorder.kill();
    const told = share.filter(({ number }) => recorder.acknowledged.includes(number));
    for (const unlock of told) acknowledged.set(unlock.number, unlock);
    lost.push(...(await inStore(location, (store) => missing(store, told))));
  }
  await (await upcoming).kill();

  return inStore(location, async (store) => ({
    acknowledged: acknowledged.size,
    lost: [...lost, ...(await missing(store, acknowledged.values()))],
    differences: (await store.verify()).differences,
  }));
}

/** Those of the unlocks that are not in the ledger, or not as they were recorded. */
export async function missing(
  { engine: { session } }: TestStore,
  unlocks: Iterable<NumberedUnlock>,
): Promise<NumberedUnlock[]> {
  const rows = await session.query(
    session.builder.selectFrom('unlock').select(['player_id', 'achievement_id', 'awarded_at', 'hardcore']),
  );
  const held = new Set(
    rows.map((row) => `${row.player_id}/${row.achievement_id}/${row.awarded_at}/${row.hardcore}`),
  );
  return [...unlocks].filter(
    ({ playerId, achievementId, at, hardcore }) =>
      !held.has(`${playerId}/${achievementId}/${at}/${Number(hardcore)}`),
  );
}

async function inStore<Result>(
  location: StoreLocation,
  work: (store: TestStore) => Promise<Result>,
): Promise<Result> {
  const store = await openTestStore(location, OPTIONS);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
