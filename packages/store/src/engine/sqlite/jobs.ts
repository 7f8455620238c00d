import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '../engine.ts';
import type { Job } from '../job.ts';
import type { Answer, Place, Request } from './write-thread.ts';

/** Beside this file, in the sources and in the built server. */
const THREAD = new URL(`./write-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Runs jobs on a thread of its own, which starts with the first one: the disk's flush at the end of each, and
 * the work before it, hold up no reader. Jobs are run in the order in which they come; the next one lies ready
 * for the thread while one is under way.
 */
export class SqliteJobs {
  readonly #place: Place;
  readonly #underWay = new Map<number, PromiseWithResolvers<unknown>>();
  #thread: Worker | undefined;
  #last = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  /** @throws what the job throws, StoreUnavailable among it */
  async run<Argument, Result>({ module }: Job<Argument, Result>, argument: Argument): Promise<Result> {
    this.#thread ??= this.#start();
    this.#last += 1;
    const answered = Promise.withResolvers<unknown>();
    this.#underWay.set(this.#last, answered);
    // The process does not end while a job is under way.
    this.#thread.ref();
    this.#thread.postMessage({ number: this.#last, module, argument } satisfies Request);
    return (await answered.promise) as Result;
  }

  /** To be called when no job is under way. */
  async close(): Promise<void> {
    const thread = this.#thread;
    if (thread === undefined) return;
    const ended = new Promise((resolve) => thread.once('exit', resolve));
    thread.ref();
    thread.postMessage('close' satisfies Request);
    await ended;
  }

  #start(): Worker {
    const thread = new Worker(THREAD, { workerData: this.#place });
    thread.on('message', (answer: Answer) => this.#settle(answer));
    // A thread that broke is replaced by the next job; those that it had are lost, and say so.
    thread.once('error', (error) => {
      this.#thread = undefined;
      for (const { reject } of this.#underWay.values()) reject(error);
      this.#underWay.clear();
    });
    return thread;
  }

  #settle(answer: Answer): void {
    const job = this.#underWay.get(answer.number);
    this.#underWay.delete(answer.number);
    if (this.#underWay.size === 0) this.#thread?.unref();
    if ('result' in answer) job?.resolve(answer.result);
    else job?.reject(errorOf(answer));
  }
}

/** The error as it was thrown: its class does not come over from another thread. */
function errorOf({ error, unavailable }: Exclude<Answer, { readonly result: unknown }>): unknown {
  return unavailable && error instanceof Error ? new StoreUnavailable(error.message) : error;
}
