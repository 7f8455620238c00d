import { json } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { Load, LoadResult } from './load.ts';

const load = (await json(process.stdin)) as Load;
let following = 0;
const result = await autocannon({
  url: load.address,
  connections: load.connections,
  duration: load.seconds,
  headers: load.headers,
  requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }],
});
const refused = Object.entries(result.statusCodeStats)
  .filter(([status]) => Number(status) >= 400)
  .reduce((sum, [, { count }]) => sum + count, 0);
const answer: LoadResult = {
  requests: result.requests.total,
  seconds: result.duration,
  p50: result.latency.p50,
  p99: result.latency.p99,
  failed: result.errors + result.timeouts + refused,
};
console.log(JSON.stringify(answer));

/** All connections together walk through the list. */
function nextPath(): string {
  const path = load.paths[following % load.paths.length] ?? '/';
  following += 1;
  return path;
}
