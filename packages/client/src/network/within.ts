/** Milliseconds: a longer time than this one, some 23 days, is too long for a timer. */
const LONGEST = 2e9;

/**
 * Does something that can be stopped, within a time: where it takes longer, or where the outer signal says so, it is
 * stopped, and not waited for any longer, even if it does not listen.
 *
 * @param late makes the error for what takes longer
 */
export async function within<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  late: () => unknown,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(late()), Math.min(milliseconds, LONGEST));
  const onAbort = () => controller.abort(outer?.reason);
  outer?.addEventListener('abort', onAbort);
  // It listens before the task does, so that the race is lost to the reason and not to what the task makes of it.
  const stopped = new Promise<never>((_, reject) => {
    signal.onabort = () => reject(signal.reason);
  });
  try {
    return await Promise.race([stopped, task(signal)]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', onAbort);
  }
}
