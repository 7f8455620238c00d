import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { PreparedWorld } from '../prepare.ts';
import { spawnServer } from '../servers/laurel.ts';
import { chanceOf } from '../world/chance.ts';
import { median } from './median.ts';
import { ROWS } from './rows.ts';

const STARTS = 7;
/** Milliseconds between two tries. */
const PAUSE = 2;

export interface StartResult {
  /** The median of the starts. */
  readonly seconds: number;
  readonly starts: readonly number[];
}

/** Measures the time from the start of the process `laurel serve` to its first answer of the Web API. */
export async function measureStart({ world, location, key }: PreparedWorld): Promise<StartResult> {
  console.error('start …');
  const starts: number[] = [];
  const path = ROWS[0]?.path(world, chanceOf());
  // The first one brings files into the system's cache, and does not count.
  for (let start = 0; start <= STARTS; start += 1) {
    const port = await freePort();
    const began = performance.now();
    const server = spawnServer(location, port);
    try {
      while ((await statusOf(`http://127.0.0.1:${port}${path}`, key)) !== 200) {
        if (server.hasEnded()) throw new Error('laurel serve did not start');
        await delay(PAUSE);
      }
      if (start > 0) starts.push((performance.now() - began) / 1000);
    } finally {
      await server.stop();
    }
  }
  return { seconds: median(starts), starts };
}

/** The status of an answer; undefined where nobody listens yet. */
async function statusOf(address: string, key: string): Promise<number | undefined> {
  try {
    const [response] = await once(get(address, { agent: false, headers: { 'x-api-key': key } }), 'response');
    response.resume();
    return response.statusCode;
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
