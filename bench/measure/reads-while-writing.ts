import { startWriter, type WriteResult } from '../load/writer.ts';
import { copyOf, type PreparedWorld } from '../prepare.ts';
import { makeTokens } from '../servers/access.ts';
import { serveLaurel } from '../servers/laurel.ts';
import type { Worlds } from '../worlds.ts';
import { median } from './median.ts';
import { newUnlocks, takeUnlocks, unlockingPlayers, unlockPath } from './new-unlocks.ts';
import { CONNECTIONS } from './recording.ts';
import { ROWS, requestsOf, type Way } from './rows.ts';
import {
  inTurns,
  medianRatio,
  p50,
  p99,
  perSecond,
  type RoundOptions,
  type Speed,
  speedOf,
  type Turn,
  takeTurn,
} from './turns.ts';

/** Unlocks a second that are offered while reads are measured. */
export const OFFERED = 4_000;
/** The writer begins before the readers, and ends after them: seconds in which it is on its own. */
const MARGIN = 3;

/** One row, alone and while unlocks are recorded: medians over the rounds. */
export interface MixedResult {
  readonly endpoint: string;
  readonly way: Way;
  readonly alone: Speed;
  readonly writing: Speed;
  /** Reads a second while unlocks are recorded to reads alone, and the times to an answer in the same way. */
  readonly ratio: number;
  readonly p50Ratio: number;
  readonly p99Ratio: number;
  /** Unlocks a second that were recorded meanwhile, and the time to the answer to one, in milliseconds. */
  readonly recorded: number;
  readonly recordedP99: number;
  /** Processor time of each process while unlocks are recorded: 1 is a whole core. */
  readonly processors: { readonly server: number; readonly reader: number; readonly writer: number };
}

interface MixedTurn {
  readonly read: Turn;
  readonly written: WriteResult;
}

/** Measures reads alone and beside a steady load of unlocks, in turns, on a copy of the world. */
export async function measureReadsWhileWriting(
  worlds: Worlds,
  prepared: PreparedWorld,
  { rounds, seconds, connections }: RoundOptions,
): Promise<MixedResult[]> {
  return worlds.withScratch(async (scratch) => {
    const copy = await copyOf(prepared, scratch);
    const players = unlockingPlayers(copy.world);
    const tokens = await makeTokens(copy.location, players);
    const unlocks = newUnlocks(copy.world, players);
    const server = await serveLaurel(copy.location);
    const writer = startWriter();
    const results: MixedResult[] = [];
    try {
      for (const row of ROWS.filter(({ way }) => way !== 'unchanged')) {
        console.error(`${row.endpoint}, ${row.way}, while unlocks are recorded …`);
        const load = { ...(await requestsOf(row, copy, server)), connections, seconds };
        const [alone, mixed] = await inTurns(rounds, [
          () => takeTurn(server, load),
          async (): Promise<MixedTurn> => {
            const paths = takeUnlocks(unlocks, OFFERED * (seconds + MARGIN)).map((unlock) =>
              unlockPath(unlock, tokens),
            );
            writer.begin({ address: server.address, paths, connections: CONNECTIONS, perSecond: OFFERED });
            const read = await takeTurn(server, load);
            return { read, written: await writer.end() };
          },
        ]);
        results.push({ endpoint: row.endpoint, way: row.way, ...compare(alone, mixed) });
      }
    } finally {
      await writer.stop();
      await server.stop();
    }
    return results;
  });
}

function compare(alone: readonly Turn[], mixed: readonly MixedTurn[]): Omit<MixedResult, 'endpoint' | 'way'> {
  const [reads, written] = [mixed.map(({ read }) => read), mixed.map((turn) => turn.written)];
  return {
    alone: speedOf(alone),
    writing: speedOf(reads),
    ratio: medianRatio(reads.map(perSecond), alone.map(perSecond)),
    p50Ratio: medianRatio(reads.map(p50), alone.map(p50)),
    p99Ratio: medianRatio(reads.map(p99), alone.map(p99)),
    recorded: median(written.map(perSecond)),
    recordedP99: median(written.map((turn) => turn.p99)),
    processors: {
      server: median(reads.map(({ processor, seconds }) => processor / seconds)),
      reader: median(reads.map(({ generator, seconds }) => generator / seconds)),
      writer: median(written.map(({ generator, seconds }) => generator / seconds)),
    },
  };
}
