import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { median } from '../measure/median.ts';
import { medianRatio } from '../measure/turns.ts';
import type { PreparedWorld } from '../prepare.ts';
import { serveLaurel } from '../servers/laurel.ts';
import { type Answer, recordAnswers, startPlainServer } from '../servers/plain.ts';
import { ASKED, userOf } from './asked.ts';
import type { ClientTurn, Order, Pair } from './turn.ts';

/** What the client costs on top of `fetch` and `JSON.parse`, for one kind of answer: medians over many short turns. */
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
      const order = { address: plain.address, key, user, row, seconds: 2 * rounds * seconds };
      results.push({ name, bytes: answer.body.length, ...compared(await carryOut(asker, order)) });
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

async function carryOut(asker: ChildProcess, order: Order): Promise<Pair[]> {
  asker.send(order);
  const [pairs] = await once(asker, 'message');
  return pairs;
}

function compared(pairs: readonly Pair[]): Omit<ClientResult, 'name' | 'bytes'> {
  const clients = pairs.map(({ client }) => client);
  const bares = pairs.map(({ bare }) => bare);
  return {
    client: medianOf(clients),
    bare: medianOf(bares),
    ratio: medianRatio(bares.map(perSecond), clients.map(perSecond)),
    processorRatio: medianRatio(clients.map(processorTime), bares.map(processorTime)),
  };
}

function medianOf(turns: readonly ClientTurn[]): ClientTurn {
  return {
    perSecond: median(turns.map(perSecond)),
    processorMicroseconds: median(turns.map(processorTime)),
  };
}

function perSecond(turn: ClientTurn): number {
  return turn.perSecond;
}

function processorTime(turn: ClientTurn): number {
  return turn.processorMicroseconds;
}
