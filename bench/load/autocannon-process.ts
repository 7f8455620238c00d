import { json } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { LoadResult, NumberedLoad } from './load.ts';
import { FORM, posted } from './posted.ts';

const load = (await json(process.stdin)) as NumberedLoad;
let following = 0;
const times = new Map<number, number>();
const running = autocannon({
  url: load.address,
  connections: load.connections,
  duration: load.seconds,
  headers: load.headers,
  requests: [{ setupRequest: (request) => ({ ...request, ...nextRequest() }) }],
});
running.on('response', (_client, _status, _bytes, milliseconds) => {
  const time = Math.round(milliseconds * 1000) / 1000;
  times.set(time, (times.get(time) ?? 0) + 1);
});
const result = await running;
const refused = Object.entries(result.statusCodeStats)
  .filter(([status]) => Number(status) >= 400)
  .reduce((sum, [, { count }]) => sum + count, 0);
const { user, system } = process.cpuUsage();
const answer: LoadResult = {
  requests: result.requests.total,
  seconds: result.duration,
  times: [...times],
  failed: result.errors + result.timeouts + refused,
  generator: (user + system) / 1e6,
};
console.log(JSON.stringify(answer));

/** All connections together go through the list, or draw from it. */
function nextRequest() {
  following += 1;
  const { paths, turn, order } = load;
  if (order === 'drawn') {
    return { path: `${paths[Math.floor(Math.random() * paths.length)]}&z=${turn}.${following}` };
  }
  const path = paths[(following - 1) % paths.length] ?? '/';
  if (order === 'listed') return { path };
  const { address, form } = posted(path);
  const headers = { ...load.headers, 'content-type': FORM };
  return { method: 'POST', path: address, body: form, headers } as const;
}
