import { type Load, type LoadResult, runLoad } from '../load/load.ts';
import type { Server } from '../servers/laurel.ts';
import { processorTime } from '../servers/process-facts.ts';
import { median } from './median.ts';

/** One server under load, once. */
export interface Turn extends LoadResult {
  /** Seconds of processor time that the server used; NaN where the system does not say. */
  readonly processor: number;
}

/** What one server did, over all rounds: medians. */
export interface Speed {
  readonly perSecond: number;
  /** Processor time of the server for one request, in microseconds. */
  readonly processorMicroseconds: number;
  /** Milliseconds, under the load of all connections. */
  readonly p50: number;
  readonly p99: number;
}

/** Gives a server its turn. */
export async function takeTurn(server: Server, load: Omit<Load, 'address'>): Promise<Turn> {
  const before = processorTime(server.pid);
  const result = await runLoad({ ...load, address: server.address });
  return { ...result, processor: processorTime(server.pid) - before };
}

export function speedOf(turns: readonly Turn[]): Speed {
  return {
    perSecond: median(turns.map(perSecond)),
    processorMicroseconds: median(turns.map(processorOfOne)) * 1e6,
    p50: median(turns.map(({ p50 }) => p50)),
    p99: median(turns.map(({ p99 }) => p99)),
  };
}

export function perSecond({ requests, seconds }: Turn): number {
  return requests / seconds;
}

/** Seconds of processor time for one request. */
export function processorOfOne({ processor, requests }: Turn): number {
  return processor / requests;
}

/** The median over the rounds of how one compares to the other in the same round. */
export function medianRatio(
  ones: readonly Turn[],
  others: readonly Turn[],
  of: (turn: Turn) => number,
): number {
  return median(ones.map((one, round) => of(one) / of(others[round] ?? one)));
}
