// Asks a server again and again, one request after the other, in turns: through the client, and with `fetch` and `JSON.parse` alone.
import { buildAuthorization } from '../../packages/client/src/index.ts';
import { ASKED } from './asked.ts';
import type { ClientTurn, Order, Pair } from './turn.ts';

/** Pairs of requests to a pair of figures. The one that goes first does so again last: what one leaves behind meets both. */
const PAIRS = 50;

/** Seconds that do not count: the code is not compiled yet. */
const WARM_UP = 1;

process.on('message', async (order: Order) => process.send?.(await carryOut(order)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function carryOut({ seconds, ...order }: Order): Promise<Pair[]> {
  const [throughClient, bare] = waysOf(order);
  const began = performance.now();
  const pairs: Pair[] = [];
  while (performance.now() < began + 1000 * (WARM_UP + seconds)) {
    const client = new Stopwatch(throughClient);
    const without = new Stopwatch(bare);
    for (let pair = 0; pair < PAIRS; pair += 2) {
      for (const way of [client, without, without, client]) await way.ask();
    }
    if (performance.now() > began + 1000 * WARM_UP)
      pairs.push({ client: client.turn(PAIRS), bare: without.turn(PAIRS) });
  }
  return pairs;
}

/** The time that requests of one way take, which alternate with those of the other. */
class Stopwatch {
  readonly #ask: () => Promise<object>;
  #milliseconds = 0;
  #processor = 0;

  constructor(ask: () => Promise<object>) {
    this.#ask = ask;
  }

  async ask(): Promise<void> {
    const began = { at: performance.now(), processor: process.cpuUsage() };
    await this.#ask();
    this.#milliseconds += performance.now() - began.at;
    const { user, system } = process.cpuUsage(began.processor);
    this.#processor += user + system;
  }

  turn(requests: number): ClientTurn {
    return {
      perSecond: (requests * 1000) / this.#milliseconds,
      processorMicroseconds: this.#processor / requests,
    };
  }
}

/** The request through the client, and without. */
function waysOf({
  address,
  key,
  user,
  row,
}: Omit<Order, 'seconds'>): [() => Promise<object>, () => Promise<object>] {
  const asked = ASKED[row];
  if (asked === undefined) throw new RangeError(`there is no row ${row}`);
  const authorization = buildAuthorization({ username: 'bench', webApiKey: key, baseUrl: address });
  const url = `${address}${asked.path(user)}`;
  const headers = { 'X-API-Key': key };
  return [
    () => asked.call(authorization, user),
    async () => JSON.parse(await (await fetch(url, { headers })).text()),
  ];
}
