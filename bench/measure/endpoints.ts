import type { PreparedWorld } from '../prepare.ts';
import { type Server, serveLaurel } from '../servers/laurel.ts';
import { type PlainServer, recordAnswers, startPlainServer } from '../servers/plain.ts';
import { memory } from '../servers/process-facts.ts';
import { chanceOf } from '../world/chance.ts';
import { CHANCE } from '../world/world.ts';
import { ROWS, type Row, type Way } from './rows.ts';
import { medianRatio, perSecond, processorOfOne, type Speed, speedOf, type Turn, takeTurn } from './turns.ts';

export interface RoundOptions {
  readonly rounds: number;
  /** Of each turn. */
  readonly seconds: number;
  readonly connections: number;
}

/** One row in one world. */
export interface Comparison {
  readonly unlocks: number;
  /** The mean size of an answer's body. */
  readonly bytes: number;
  readonly laurel: Speed;
  readonly plain: Speed;
  /** Requests a second, Laurel's to the plain server's: the median of the rounds. */
  readonly ratio: number;
  /** The same by processor time: what other work on the machine hardly moves. */
  readonly processorRatio: number;
}

export interface RowResult {
  readonly endpoint: string;
  readonly way: Way;
  /** In each world, the smallest first. */
  readonly worlds: readonly Comparison[];
  /** Requests a second in the largest world to those in the smallest: the median of the rounds. */
  readonly growth: number;
  /** The same by processor time. */
  readonly processorGrowth: number;
}

export interface EndpointResults {
  readonly rows: readonly RowResult[];
  /** Bytes of memory of the server of the largest world after all rounds. */
  readonly memory: number;
}

/** Answers that the plain server has of each row: enough to have the sizes of all. */
const RECORDED = 500;
/** Paths for each second of a turn: more than a server answers. */
const DRAWN = 60_000;

interface Contestant {
  readonly prepared: PreparedWorld;
  readonly server: Server;
}

/** Measures every row on every world, Laurel and the plain server in turns. */
export async function measureEndpoints(
  worlds: readonly PreparedWorld[],
  options: RoundOptions,
): Promise<EndpointResults> {
  const plain = await startPlainServer();
  const contestants: Contestant[] = [];
  try {
    for (const prepared of worlds)
      contestants.push({ prepared, server: await serveLaurel(prepared.location) });
    const rows: RowResult[] = [];
    for (const [place, row] of ROWS.entries()) {
      console.error(`${row.endpoint}, ${row.way} …`);
      rows.push(await measureRow(row, place, contestants, plain, options));
    }
    return { rows, memory: memory(contestants.at(-1)?.server.pid ?? 0, 'VmRSS') };
  } finally {
    for (const server of [plain, ...contestants.map((contestant) => contestant.server)]) await server.stop();
  }
}

async function measureRow(
  row: Row,
  place: number,
  contestants: readonly Contestant[],
  plain: PlainServer,
  options: RoundOptions,
): Promise<RowResult> {
  const measured = contestants.map(() => ({
    laurel: [] as Turn[],
    plain: [] as Turn[],
    bytes: [] as number[],
  }));
  // Round 0 warms up, and does not count.
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const [index, { prepared, server }] of contestants.entries()) {
      const chance = chanceOf(CHANCE.request, place, round);
      const paths = Array.from({ length: row.way === 'drawn' ? DRAWN * options.seconds : 1 }, () =>
        row.path(prepared.world, chance),
      );
      const headers = await headersFor(row, prepared, server, paths);
      const answers = await recordAnswers(server, paths.slice(0, RECORDED), headers);
      await plain.replay(answers);
      const load = { paths, headers, connections: options.connections, seconds: options.seconds };
      const turns = { laurel: await takeTurn(server, load), plain: await takeTurn(plain, load) };
      if (round === 0) continue;
      measured[index]?.laurel.push(turns.laurel);
      measured[index]?.plain.push(turns.plain);
      measured[index]?.bytes.push(...answers.map(({ body }) => body.length));
    }
  }
  const laurels = measured.map(({ laurel }) => laurel);
  return {
    endpoint: row.endpoint,
    way: row.way,
    worlds: measured.map(({ laurel, plain, bytes }, index) => ({
      unlocks: contestants[index]?.prepared.world.unlocks ?? 0,
      bytes: Math.round(bytes.reduce((sum, size) => sum + size, 0) / bytes.length),
      laurel: speedOf(laurel),
      plain: speedOf(plain),
      ratio: medianRatio(laurel, plain, perSecond),
      processorRatio: medianRatio(plain, laurel, processorOfOne),
    })),
    growth: medianRatio(laurels.at(-1) ?? [], laurels[0] ?? [], perSecond),
    processorGrowth: medianRatio(laurels[0] ?? [], laurels.at(-1) ?? [], processorOfOne),
  };
}

async function headersFor(
  row: Row,
  { key }: PreparedWorld,
  server: Server,
  paths: readonly string[],
): Promise<Record<string, string>> {
  const headers = { 'x-api-key': key };
  if (row.way !== 'unchanged') return headers;
  const response = await fetch(`${server.address}${paths[0]}`, { headers });
  await response.arrayBuffer();
  return { ...headers, 'if-none-match': response.headers.get('etag') ?? '' };
}
