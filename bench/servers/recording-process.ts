// The limit beside a writer: sends bytes from memory, and has another thread write the rows of the unlocks that are
// posted to it. It checks and reads nothing, but acknowledges an unlock only when it is on the disk, as Laurel does.
import { createServer, type ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import '../../apps/server/src/tick-shape.ts';
import { type NewUnlock, unlockOf } from '../measure/new-unlocks.ts';
import { listen, replaying } from './replay.ts';

interface Posted {
  readonly unlock: NewUnlock;
  readonly response: ServerResponse;
}

const RECORDED = '{"Success":true,"Score":12345,"SoftcoreScore":0,"AchievementID":12345}';
const HEADERS = ['content-type', 'application/json', 'content-length', String(RECORDED.length)];
/** Transactions under way: one is being written, and the next one lies ready. */
const PARALLEL = 2;

const send = replaying();
const writer = new Worker(new URL('./recording-thread.ts', import.meta.url), { workerData: process.argv[2] });
const underWay: Posted[][] = [];
let waiting: Posted[] = [];

/** Begins a transaction of all that came in one turn of the event loop. */
function begin(): void {
  if (underWay.length === PARALLEL || waiting.length === 0) return;
  writer.postMessage(waiting.map(({ unlock }) => unlock));
  underWay.push(waiting);
  waiting = [];
}

writer.on('message', () => {
  for (const { response } of underWay.shift() ?? []) response.writeHead(200, HEADERS).end(RECORDED);
  setImmediate(begin);
});

listen(
  createServer((request, response) => {
    if (request.method !== 'POST') return send(response);
    let form = '';
    request.setEncoding('latin1').on('data', (chunk: string) => {
      form += chunk;
    });
    request.on('end', () => {
      waiting.push({ unlock: unlockOf(form), response });
      if (waiting.length === 1) setImmediate(begin);
    });
  }),
);
