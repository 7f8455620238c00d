import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { median } from '../measure/median.ts';
import { inTurns, medianRatio } from '../measure/turns.ts';
import type { PreparedWorld } from '../prepare.ts';
import { serveLaurel } from '../servers/laurel.ts';
import { type Answer, recordAnswers, startPlainServer } from '../servers/plain.ts';
import { ASKED, userOf } from './asked.ts';
import type { ClientTurn, TurnOrder } from './turn.ts';

/** What the client costs on top of `fetch` and `JSON.parse`, for one kind of answer: medians over the rounds. */
export interface ClientResult {
  readonly name: string;
  readonly bytes: number;
  readonly client: ClientTurn;
  readonly bare: ClientTurn;
  /** Time for a request, the client's to the bare one: 1 is nothing on top. */
  readonly ratio: number;
  /** The same by processor time. */
  readonly processorRatio: number;
}

/** Pairs of turns to each one that is asked for: they are cheap, and the differences small. */
const MORE_ROUNDS = 4;

/** Seconds that each way is warmed up for: code is compiled to the end after some thousand requests. */
const WARM_UP = 4;

/** Measures each row: Laurel's answers from a server that sends them from memory, both ways in turns in one process. */
export async function measureClient(
  { world, location, key }: PreparedWorld,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<ClientResult[]> {
  const user = userOf(world);
  const answers = await answersOf(location, user, key);
  const plain = await startPlainServer();
  const asker = await startAsker();
  try {
    const results: ClientResult[] = [];
    for (const [row, { name }] of ASKED.entries()) {
      console.error(`the client, ${name} …`);
      const answer = answers[row];
      if (answer === undefined) throw new RangeError(`there is no answer for ${name}`);
      await plain.replay([answer]);
      const turn =
        (way: TurnOrder['way'], length = seconds / MORE_ROUNDS) =>
        () =>
          takeTurn(asker, { address: plain.address, key, user, row, way, seconds: length });
      const [clients, bares] = await inTurns(
        rounds * MORE_ROUNDS,
        [turn('client'), turn('bare')],
        [turn('client', WARM_UP), turn('bare', WARM_UP)],
      );
      results.push({
        name,
        bytes: answer.body.length,
        client: medianOf(clients),
        bare: medianOf(bares),
        ratio: medianRatio(
          bares.map(({ perSecond }) => perSecond),
          clients.map(({ perSecond }) => perSecond),
        ),
        processorRatio: medianRatio(
          clients.map(({ processorMicroseconds }) => processorMicroseconds),
          bares.map(({ processorMicroseconds }) => processorMicroseconds),
        ),
      });
    }
    return results;
  } finally {
    asker.disconnect();
    await plain.stop();
  }
}

async function answersOf(location: PreparedWorld['location'], user: string, key: string): Promise<Answer[]> {
  const server = await serveLaurel(location);
  try {
    const paths = ASKED.map(({ path }) => path(user));
    return await recordAnswers(server, paths, { 'x-api-key': key });
  } finally {
    await server.stop();
  }
}

async function startAsker(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'client-process.ts'));
  await once(child, 'message');
  return child;
}

async function takeTurn(asker: ChildProcess, order: TurnOrder): Promise<ClientTurn> {
  asker.send(order);
  const [turn] = await once(asker, 'message');
  return turn;
}

function medianOf(turns: readonly ClientTurn[]): ClientTurn {
  return {
    perSecond: median(turns.map(({ perSecond }) => perSecond)),
    processorMicroseconds: median(turns.map(({ processorMicroseconds }) => processorMicroseconds)),
  };
}
