import { databaseFile } from '@laurel/store/engine/open';
import type { Load } from '../load/load.ts';
import { percentile } from '../load/times.ts';
import { startWriter, type WriteResult, type Writer } from '../load/writer.ts';
import { copyOf, type PreparedWorld } from '../prepare.ts';
import { type PlainServer, recordAnswers, startRecordingServer } from '../servers/plain.ts';
import type { Worlds } from '../worlds.ts';
import { median } from './median.ts';
import { bareUnlockPath, newUnlocks, takeUnlocks, unlockingPlayers } from './new-unlocks.ts';
import { type Recorder, withRecorder } from './recorder.ts';
import { CONNECTIONS } from './recording.ts';
import { ROWS, requestsOf, type Way } from './rows.ts';
import {
  inTurns,
  medianRatio,
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

/** Reads alone and while unlocks are recorded; rates are the medians of the rounds, times those of all their answers. */
export interface ReadsWhileWriting {
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

/** One row. */
export interface MixedResult extends ReadsWhileWriting {
  readonly endpoint: string;
  readonly way: Way;
  /** A server that sends the same answer from memory, and writes nothing but rows. On SQLite, for what is hot. */
  readonly limit: ReadsWhileWriting | undefined;
}

/** Measures reads alone and beside a steady load of unlocks, in turns, on copies of the world. */
export async function measureReadsWhileWriting(
  worlds: Worlds,
  prepared: PreparedWorld,
  options: RoundOptions,
): Promise<MixedResult[]> {
  return withRecorder(worlds, prepared, async (recorder) => {
    const { copy, scratch, server } = recorder;
    const limit = await startLimit(prepared, scratch);
    const writer = startWriter();
    const results: MixedResult[] = [];
    try {
      const ofLimit = limit && {
        server: limit,
        unlocks: newUnlocks(copy.world, unlockingPlayers(copy.world)),
        pathOf: bareUnlockPath,
      };
      for (const row of ROWS.filter(({ way }) => way !== 'unchanged')) {
        console.error(`${row.endpoint}, ${row.way}, while unlocks are recorded …`);
        const requests = await requestsOf(row, copy, server);
        const measured = await measureReads(recorder, writer, requests, options);
        const limited = row.way === 'hot' ? ofLimit : undefined;
        if (limited !== undefined) {
          await limit?.replay(await recordAnswers(server, requests.paths, requests.headers));
        }
        results.push({
          ...{ endpoint: row.endpoint, way: row.way, ...measured },
          limit: limited && (await measureReads(limited, writer, requests, options)),
        });
      }
    } finally {
      await writer.stop();
      await limit?.stop();
    }
    return results;
  });
}

/** On a copy of its own; undefined on PostgreSQL. */
async function startLimit(prepared: PreparedWorld, scratch: string): Promise<PlainServer | undefined> {
  if (!('data' in prepared.location)) return undefined;
  const { location } = await copyOf(prepared, scratch);
  return 'data' in location ? startRecordingServer(databaseFile(location.data)) : undefined;
}

interface MixedTurn {
  readonly read: Turn;
  readonly written: WriteResult;
}

/** @param offered unlocks a second */
export async function measureReads(
  { server, unlocks, pathOf }: Recorder,
  writer: Writer,
  requests: Omit<Load, 'address' | 'connections' | 'seconds'>,
  { rounds, seconds, connections }: RoundOptions,
  offered = OFFERED,
): Promise<ReadsWhileWriting> {
  const load = { ...requests, connections, seconds };
  const [alone, mixed] = await inTurns(rounds, [
    () => takeTurn(server, load),
    async (): Promise<MixedTurn> => {
      const paths = takeUnlocks(unlocks, offered * (seconds + MARGIN)).map(pathOf);
      writer.begin({ address: server.address, paths, connections: CONNECTIONS, perSecond: offered });
      const read = await takeTurn(server, load);
      return { read, written: await writer.end() };
    },
  ]);
  return compare(alone, mixed);
}

function compare(alones: readonly Turn[], mixed: readonly MixedTurn[]): ReadsWhileWriting {
  const [reads, written] = [mixed.map(({ read }) => read), mixed.map((turn) => turn.written)];
  const [alone, writing] = [speedOf(alones), speedOf(reads)];
  return {
    alone,
    writing,
    ratio: medianRatio(reads.map(perSecond), alones.map(perSecond)),
    p50Ratio: writing.p50 / alone.p50,
    p99Ratio: writing.p99 / alone.p99,
    recorded: median(written.map(perSecond)),
    recordedP99: percentile(
      0.99,
      written.flatMap(({ times }) => times),
    ),
    processors: {
      server: median(reads.map(({ processor, seconds }) => processor / seconds)),
      reader: median(reads.map(({ generator, seconds }) => generator / seconds)),
      writer: median(written.map(({ generator, seconds }) => generator / seconds)),
    },
  };
}
