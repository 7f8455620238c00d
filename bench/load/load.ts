import { spawnSync } from 'node:child_process';
import { runAutocannon } from './autocannon.ts';
import type { Times } from './times.ts';
import { runWrk } from './wrk.ts';

/** Requests to send as fast as the server answers, over so many connections at once. */
export interface Load {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly paths: readonly string[];
  /**
   * `listed`: one after the other, and again from the start. `drawn`: any of them each time, and with a
   * parameter `z`, which Laurel does not look at and which never comes twice: no two requests are the same.
   * `posted`: as listed, but what stands behind the `?` is sent as a form, as emulators do.
   */
  readonly order: 'listed' | 'drawn' | 'posted';
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  /** A whole number. */
  readonly seconds: number;
}

/** A load with the number of its turn: no other turn has it. */
export type NumberedLoad = Load & { readonly turn: number };

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Under this load. */
  readonly times: Times;
  /** Requests without an answer, or with a status of 400 or more. */
  readonly failed: number;
  /** Seconds of processor time that sending the load took. */
  readonly generator: number;
}

/**
 * What sends the load, in its own process that keeps to one processor (load-processor.ts): wrk where it is installed.
 * autocannon cannot keep the plain server busy (bench/README.md); with it, only the ratio by processor time means
 * something.
 */
export const LOAD_GENERATOR = spawnSync('wrk', ['--version']).error === undefined ? 'wrk' : 'autocannon';

let turns = 0;

/** @throws Error when a request fails: a failure is answered fast, and would look like speed */
export async function runLoad(load: Load): Promise<LoadResult> {
  turns += 1;
  const numbered = { ...load, turn: turns };
  const result = await (LOAD_GENERATOR === 'wrk' ? runWrk(numbered) : runAutocannon(numbered));
  if (result.failed > 0 || result.requests === 0) {
    throw new Error(
      `${result.failed} of ${result.requests} requests failed, such as ${load.address}${load.paths[0]}`,
    );
  }
  return result;
}
