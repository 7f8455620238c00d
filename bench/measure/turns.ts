import { type Load, type LoadResult, runLoad } from '../load/load.ts';
import { percentile } from '../load/times.ts';
import type { Server } from '../servers/laurel.ts';
import { processorTime } from '../servers/process-facts.ts';
import { median } from './median.ts';

/** How much is measured. */
export interface RoundOptions {
  /** How often each one has its turn. */
  readonly rounds: number;
  /** Of each turn. */
  readonly seconds: number;
  readonly connections: number;
}

/** One server under load, once. */
export interface Turn extends LoadResult {
  /** Seconds of processor time that the server used; NaN where the system does not say. */
  readonly processor: number;
}

/** What one server did, over all rounds. */
export interface Speed {
  /** The median of the rounds. */
  readonly perSecond: number;
  /** Processor time of the server for one request, in microseconds: the median of the rounds. */
  readonly processorMicroseconds: number;
  /** The time to an answer under the load of all connections, in milliseconds: of the answers of all rounds. */
  readonly p50: number;
  readonly p99: number;
}

/** Gives a server its turn. */
export async function takeTurn(server: Server, load: Omit<Load, 'address'>): Promise<Turn> {
  const before = processorTime(server.pid);
  const result = await runLoad({ ...load, address: server.address });
  return { ...result, processor: processorTime(server.pid) - before };
}

/** Of each of some who take turns, what came of all its turns. */
type TurnsOf<Contestants extends readonly (() => unknown)[]> = {
  -readonly [Index in keyof Contestants]: Awaited<ReturnType<Contestants[Index]>>[];
};

/**
 * Lets each have its turn, and again: A, B, A, B, …
 *
 * @param warmUps have a turn before, which does not count
 * @returns the turns of each
 */
export async function inTurns<const Contestants extends readonly (() => unknown)[]>(
  rounds: number,
  contestants: Contestants,
  warmUps: readonly (() => unknown)[] = contestants,
): Promise<TurnsOf<Contestants>> {
  for (const takeTurn of warmUps) await takeTurn();
  const turns = contestants.map((): unknown[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, takeTurn] of contestants.entries()) turns[index]?.push(await takeTurn());
  }
  return turns as TurnsOf<Contestants>;
}

/** What a server did in these turns, of which there is at least one. */
export function speedOf(turns: readonly Turn[]): Speed {
  const times = turns.flatMap((turn) => turn.times);
  return {
    perSecond: median(turns.map(perSecond)),
    processorMicroseconds: median(turns.map(processorOfOne)) * 1e6,
    p50: percentile(0.5, times),
    p99: percentile(0.99, times),
  };
}

export function perSecond({ requests, seconds }: Pick<Turn, 'requests' | 'seconds'>): number {
  return requests / seconds;
}

/** The median time to an answer in one turn, in milliseconds. */
export function medianTime({ times }: Pick<Turn, 'times'>): number {
  return percentile(0.5, times);
}

/** Seconds of processor time for one request. */
export function processorOfOne({ processor, requests }: Pick<Turn, 'processor' | 'requests'>): number {
  return processor / requests;
}

/** The median over the rounds of how the figure of one compares to that of another in the same round. */
export function medianRatio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, round) => one / (others[round] ?? Number.NaN)));
}
