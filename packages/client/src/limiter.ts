import { pause } from './network/pause.ts';

/** Waits until one may start. @returns what to call at the end; it rejects where the signal ends the waiting */
export type Limiter = (signal?: AbortSignal) => Promise<() => void>;

export interface Limits {
  /** How many requests may be under way at once. */
  readonly concurrency?: number;
  /** How many requests may start in a second: they start evenly, and never two at once. */
  readonly perSecond?: number;
}

/**
 * Keeps the calls that share it below a rate, and below a number at once. Calls that have to wait start in the order in
 * which they came; their timeout begins when they start.
 *
 * @example
 * const limiter = createLimiter({ concurrency: 4, perSecond: 10 });
 * const authorization = buildAuthorization({ username, webApiKey, limiter });
 */
export function createLimiter({ concurrency = Infinity, perSecond = Infinity }: Limits): Limiter {
  const waiting = new Set<() => void>();
  let free = concurrency;
  let nextStart = 0;

  return async (signal) => {
    signal?.throwIfAborted();
    if (free > 0) free -= 1;
    else await turn(signal);
    const now = performance.now();
    const start = Math.max(now, nextStart);
    nextStart = start + 1000 / perSecond;
    try {
      if (start > now) await pause(start - now, signal);
    } catch (error) {
      release();
      throw error;
    }
    return release;
  };

  /** Waits for the place of somebody who is done. */
  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.delete(start);
        reject(signal?.reason);
      };
      const start = () => {
        waiting.delete(start);
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      waiting.add(start);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  function release(): void {
    const [next] = waiting;
    if (next) next();
    else free += 1;
  }
}
