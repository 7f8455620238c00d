import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '@laurel/store/engine/open';
import type { PreparedWorld } from '../prepare.ts';
import { runLaurel } from '../servers/laurel.ts';
import type { World } from '../world/world.ts';
import type { Worlds } from '../worlds.ts';
import { type BareTurn, bareTable, openBare, runBare } from './bare-sqlite.ts';
import { bareUnlocks } from './bare-unlocks.ts';
import { median } from './median.ts';
import { newUnlocks, takeUnlocks, unlockingPlayers } from './new-unlocks.ts';
import { withRecorder } from './recorder.ts';
import {
  inTurns,
  medianRatio,
  perSecond,
  processorOfOne,
  type RoundOptions,
  type Speed,
  speedOf,
  type Turn,
  takeTurn,
} from './turns.ts';

/** Unlocks under way at once, and writes in a bare transaction. */
export const CONNECTIONS = 16;
/** Unlocks for each second of a turn: more than a server records. */
const UNLOCKS = 15_000;
/** Seconds until the code of both threads is compiled for speed. */
const WARM_UP = 4;

/** Bare SQLite, and how Laurel compares to it: medians over the rounds. */
export interface BareResult {
  readonly perSecond: number;
  /** For one row, or for the rows of one unlock. */
  readonly processorMicroseconds: number;
  /** Unlocks a second, Laurel's to it. */
  readonly ratio: number;
  /** The same by processor time; Laurel's holds HTTP, too. */
  readonly processorRatio: number;
}

export interface RecordingResult {
  readonly laurel: Speed;
  /** A plain table, one row in a transaction. */
  readonly single: BareResult;
  /** A plain table, a row in a transaction for each connection. */
  readonly batched: BareResult;
  /** Laurel's own tables: the rows of as many unlocks in a transaction as there are connections. */
  readonly sameRows: BareResult;
}

/** Measures unlocks through the Connect API, and bare SQLite, in turns, on copies of the world. */
export async function measureRecording(
  worlds: Worlds,
  prepared: PreparedWorld,
  { rounds, seconds }: RoundOptions,
): Promise<RecordingResult> {
  console.error('recording …');
  return withRecorder(worlds, prepared, async ({ server, unlocks, pathOf, copy, scratch }) => {
    const bare = await openAllBare(worlds, copy.world, scratch);
    try {
      const record = (seconds: number) => {
        const paths = takeUnlocks(unlocks, UNLOCKS * seconds).map(pathOf);
        return takeTurn(server, { paths, order: 'posted', headers: {}, connections: CONNECTIONS, seconds });
      };
      const turnsOfBare = [
        () => runBare(bare.single, 1, seconds),
        () => runBare(bare.batched, CONNECTIONS, seconds),
        () => runBare(bare.sameRows, CONNECTIONS, seconds),
      ] as const;
      const [laurel, single, batched, sameRows] = await inTurns(
        rounds,
        [() => record(seconds), ...turnsOfBare],
        [() => record(WARM_UP), ...turnsOfBare],
      );
      await runLaurel(copy.location, ['verify']);
      return {
        laurel: speedOf(laurel),
        single: compare(laurel, single),
        batched: compare(laurel, batched),
        sameRows: compare(laurel, sameRows),
      };
    } finally {
      for (const { database } of Object.values(bare)) database.close();
    }
  });
}

async function openAllBare(worlds: Worlds, world: World, scratch: string) {
  const data = join(scratch, 'bare');
  cpSync(await worlds.dataFolder(world.unlocks), data, { recursive: true });
  const unlocks = newUnlocks(world, unlockingPlayers(world));
  return {
    single: openBare(join(scratch, 'single.db'), bareTable),
    batched: openBare(join(scratch, 'batched.db'), bareTable),
    sameRows: openBare(databaseFile(data), (database) => {
      const write = bareUnlocks(database);
      return () => takeUnlocks(unlocks, 1).forEach(write);
    }),
  };
}

function compare(laurel: readonly Turn[], bare: readonly BareTurn[]): BareResult {
  return {
    perSecond: median(bare.map(perSecond)),
    processorMicroseconds: median(bare.map(processorOfOne)) * 1e6,
    ratio: medianRatio(laurel.map(perSecond), bare.map(perSecond)),
    processorRatio: medianRatio(bare.map(processorOfOne), laurel.map(processorOfOne)),
  };
}
