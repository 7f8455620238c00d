import { type PreparedWorld, readThrough } from '../prepare.ts';
import { type Server, serveLaurel } from '../servers/laurel.ts';
import { type PlainServer, recordAnswers, startPlainServer } from '../servers/plain.ts';
import { memory } from '../servers/process-facts.ts';
import { ROWS, type Row, requestsOf, type Way } from './rows.ts';
import {
  inTurns,
  medianRatio,
  medianTime,
  perSecond,
  processorOfOne,
  type RoundOptions,
  type Speed,
  speedOf,
  takeTurn,
} from './turns.ts';

/** How the larger world compares to the smaller one; 1 is flat. */
export interface Growth {
  /** The median of the rounds, in each of which the two follow on each other. */
  readonly p50: number;
  /** Of the answers of all rounds: a p99 of one turn is a matter of a few moments. */
  readonly p99: number;
  /** Of the processor time for a request: the median of the rounds. */
  readonly processor: number;
}

export interface RowResult {
  readonly endpoint: string;
  readonly way: Way;
  /** The mean size of an answer's body in the larger world. */
  readonly bytes: number;
  /** In the larger world. */
  readonly laurel: Speed;
  /** In the smaller one; left out with `growth`. */
  readonly small?: Speed;
  readonly plain: Speed;
  /** Requests a second, Laurel's in the larger world to the plain server's: the median of the rounds. */
  readonly ratio: number;
  /** The same by processor time: what other work on the machine hardly moves. */
  readonly processorRatio: number;
  readonly growth?: Growth;
}

export interface EndpointResults {
  readonly rows: readonly RowResult[];
  /** Bytes of memory of the server of the larger world after all rows. */
  readonly memory: {
    readonly resident: number;
    /** Its own, without what it shares with the system's cache of files. */
    readonly anonymous: number;
  };
}

/** Answers that the plain server has of each row: enough to have the sizes of all. */
const RECORDED = 500;
/** Seconds. */
const WARM_UP = 4;

interface Served {
  readonly prepared: PreparedWorld;
  readonly server: Server;
}

/**
 * Measures every row: Laurel in both worlds and the plain server, in turns.
 *
 * @param growing the ways for which the smaller world is measured, too
 */
export async function measureEndpoints(
  [small, large]: readonly [PreparedWorld, PreparedWorld],
  options: RoundOptions,
  growing: readonly Way[],
): Promise<EndpointResults> {
  const plain = await startPlainServer();
  await warmUp(plain, options.connections);
  const started: Server[] = [plain];
  const serve = async (prepared: PreparedWorld): Promise<Served> => {
    const server = await serveLaurel(prepared.location);
    started.push(server);
    return { prepared, server };
  };
  try {
    const [inSmall, inLarge] = [await serve(small), await serve(large)];
    await rememberDrawn([inSmall, inLarge], options.connections);
    const rows: RowResult[] = [];
    for (const row of ROWS) {
      console.error(`${row.endpoint}, ${row.way} …`);
      rows.push(
        await measureRow(row, inLarge, growing.includes(row.way) ? inSmall : undefined, plain, options),
      );
    }
    const { pid } = inLarge.server;
    return { rows, memory: { resident: memory(pid, 'VmRSS'), anonymous: memory(pid, 'RssAnon') } };
  } finally {
    for (const server of started) await server.stop();
  }
}

/** Until its code is compiled for speed, the plain server takes three times the processor time for a request. */
async function warmUp(plain: PlainServer, connections: number): Promise<void> {
  await plain.replay([{ status: 200, headers: ['content-length', '1000'], body: Buffer.alloc(1000) }]);
  await takeTurn(plain, { paths: ['/'], order: 'listed', headers: {}, connections, seconds: WARM_UP });
}

/** Drawn requests come upon players and games that are remembered from then on: the more there are, the longer. */
async function rememberDrawn(served: readonly Served[], connections: number): Promise<void> {
  for (const row of ROWS.filter(({ way }) => way === 'drawn')) {
    await Promise.all(
      served.map(async ({ prepared, server }) => {
        const requests = await requestsOf(row, prepared, server);
        await takeTurn(server, { ...requests, connections, seconds: WARM_UP });
      }),
    );
  }
}

async function measureRow(
  row: Row,
  inLarge: Served,
  inSmall: Served | undefined,
  plain: PlainServer,
  { rounds, seconds, connections }: RoundOptions,
): Promise<RowResult> {
  for (const served of [inLarge, inSmall]) if (served !== undefined) await readThrough(served.prepared);
  const requests = await requestsOf(row, inLarge.prepared, inLarge.server);
  const answers = await recordAnswers(inLarge.server, requests.paths.slice(0, RECORDED), requests.headers);
  await plain.replay(answers);
  const limits = { seconds, connections };
  const requestsInSmall = inSmall && (await requestsOf(row, inSmall.prepared, inSmall.server));
  const turnOfLarge = () => takeTurn(inLarge.server, { ...requests, ...limits });
  const turnOfPlain = () => takeTurn(plain, { ...requests, ...limits });
  const turnsOfSmall =
    inSmall && requestsInSmall ? [() => takeTurn(inSmall.server, { ...requestsInSmall, ...limits })] : [];
  // The plain server does the same in every row: it is warm already.
  const [plains, laurels, smalls = []] = await inTurns(
    rounds,
    [turnOfPlain, turnOfLarge, ...turnsOfSmall],
    [turnOfLarge, ...turnsOfSmall],
  );
  const laurel = speedOf(laurels);
  const small = inSmall && speedOf(smalls);
  return {
    endpoint: row.endpoint,
    way: row.way,
    bytes: Math.round(answers.reduce((sum, { body }) => sum + body.length, 0) / answers.length),
    laurel,
    plain: speedOf(plains),
    ratio: medianRatio(laurels.map(perSecond), plains.map(perSecond)),
    processorRatio: medianRatio(plains.map(processorOfOne), laurels.map(processorOfOne)),
    ...(small && {
      small,
      growth: {
        p50: medianRatio(laurels.map(medianTime), smalls.map(medianTime)),
        p99: laurel.p99 / small.p99,
        processor: medianRatio(laurels.map(processorOfOne), smalls.map(processorOfOne)),
      },
    }),
  };
}
