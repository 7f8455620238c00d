import { spawnSync } from 'node:child_process';
import { runAutocannon } from './autocannon.ts';
import { runWrk } from './wrk.ts';

/** Requests to send as fast as the server answers, over so many connections at once. */
export interface Load {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  /** Asked for one after the other, and again from the start. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  /** A whole number. */
  readonly seconds: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** The median and the 99th percentile of the time to an answer, in milliseconds, under this load. */
  readonly p50: number;
  readonly p99: number;
  /** Requests without an answer, or with a status of 400 or more. */
  readonly failed: number;
}

/**
 * What sends the load, in its own process: wrk where it is installed. autocannon cannot keep the plain server
 * busy (bench/README.md); with it, only the ratio by processor time means something.
 */
export const LOAD_GENERATOR = spawnSync('wrk', ['--version']).error === undefined ? 'wrk' : 'autocannon';

/** @throws Error when a request fails: a failure is answered fast, and would look like speed */
export async function runLoad(load: Load): Promise<LoadResult> {
  const result = await (LOAD_GENERATOR === 'wrk' ? runWrk(load) : runAutocannon(load));
  if (result.failed > 0 || result.requests === 0) {
    throw new Error(
      `${result.failed} of ${result.requests} requests failed, such as ${load.address}${load.paths[0]}`,
    );
  }
  return result;
}
