/** Milliseconds: a longer time than this one, some 23 days, is too long for a timer. */
const LONGEST = 2e9;

/**
 * Does something that can be stopped, within a time. Where it takes longer, or where the outer signal says so, it is
 * stopped, and not waited for any longer, even if it does not listen.
 *
 * @param late gives what comes of it where it takes longer
 * @throws what the task throws, or the reason of the outer signal
 */
export function within<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  late: () => T | Promise<T>,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    outer?.throwIfAborted();
    const controller = new AbortController();
    const stop = (result: T | Promise<T>) => {
      // Before the task hears of it: what it makes of that is not the reason.
      resolve(result);
      controller.abort();
      end();
    };
    const onAbort = () => stop(Promise.reject(outer?.reason));
    const timer = setTimeout(() => stop(late()), Math.min(milliseconds, LONGEST));
    const end = () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    };
    outer?.addEventListener('abort', onAbort);
    task(controller.signal).then(resolve, reject).then(end);
  });
}
