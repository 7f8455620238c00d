import type { WriteSession } from './engine.ts';

/**
 * A transaction that may run on another thread. It is the default export of its module, by which that thread
 * finds it; what it is given and what it gives are plain data.
 */
export interface Job<Argument, Result> {
  /** The address of the module: `import.meta.url`. */
  readonly module: string;
  readonly run: (session: WriteSession, argument: Argument) => Promise<Result>;
}

/**
 * Declares a job.
 *
 * @example
 * export default job(import.meta.url, (session, presence: Presence) => savePresence(session, presence));
 */
export function job<Argument, Result>(
  module: string,
  run: Job<Argument, Result>['run'],
): Job<Argument, Result> {
  return { module, run };
}
