// The thread on which jobs are written to an embedded database (jobs.ts), one after the other.
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { StoreUnavailable } from '../engine.ts';
import type { Job } from '../job.ts';
import { openForJobs } from './open.ts';

/** Where the thread writes: the file of a database, and how long it waits for another process, in milliseconds. */
export interface Place {
  readonly file: string;
  readonly patience: number;
}

/** What the thread is asked to do; `close` ends it. */
export type Request = JobRequest | 'close';

interface JobRequest {
  readonly number: number;
  readonly module: string;
  readonly argument: unknown;
}

/** What it answers to the request of this number. */
export type Answer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly error: unknown; readonly unavailable: boolean };

giveWay();
const engine = await openForJobs(workerData as Place);
/** The jobs that were asked for, by the modules that declare them. */
const jobs = new Map<string, Job<unknown, unknown>>();

parentPort?.on('message', async (request: Request) => {
  if (request === 'close') {
    await engine.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(await answer(request));
});

async function answer({ number, module, argument }: JobRequest): Promise<Answer> {
  try {
    const job = await jobOf(module);
    return { number, result: await engine.write((session) => job.run(session, argument)) };
  } catch (error) {
    return { number, error, unavailable: error instanceof StoreUnavailable };
  }
}

/** To import a module is slow, though it be there already. */
async function jobOf(module: string): Promise<Job<unknown, unknown>> {
  const known = jobs.get(module);
  if (known !== undefined) return known;
  const { default: job }: { default: Job<unknown, unknown> } = await import(module);
  jobs.set(module, job);
  return job;
}

/**
 * Where processors are scarce, whoever reads goes first: a batch of unlocks that waits a moment grows meanwhile, and
 * costs less for each. Linux alone has a priority for each thread.
 */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is forbidden, all threads are alike.
  }
}
