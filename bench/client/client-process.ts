// Asks a server again and again, one request after the other: through the client, or with `fetch` and `JSON.parse` alone.
import { buildAuthorization } from '../../packages/client/src/index.ts';
import { ASKED } from './asked.ts';
import type { ClientTurn, TurnOrder } from './turn.ts';

process.on('message', async (order: TurnOrder) => process.send?.(await takeTurn(order)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function takeTurn(order: TurnOrder): Promise<ClientTurn> {
  const ask = asking(order);
  const end = performance.now() + order.seconds * 1000;
  const began = { at: performance.now(), processor: process.cpuUsage() };
  let requests = 0;
  while (performance.now() < end) {
    await ask();
    requests += 1;
  }
  const { user, system } = process.cpuUsage(began.processor);
  return {
    perSecond: (requests * 1000) / (performance.now() - began.at),
    processorMicroseconds: (user + system) / requests,
  };
}

function asking({ address, key, user, row, way }: TurnOrder): () => Promise<object> {
  const asked = ASKED[row];
  if (asked === undefined) throw new RangeError(`there is no row ${row}`);
  if (way === 'client') {
    const authorization = buildAuthorization({ username: 'bench', webApiKey: key, baseUrl: address });
    return () => asked.call(authorization, user);
  }
  const url = `${address}${asked.path(user)}`;
  const headers = { 'X-API-Key': key };
  return async () => JSON.parse(await (await fetch(url, { headers })).text());
}
