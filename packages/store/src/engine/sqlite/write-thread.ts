// The thread on which jobs are written to an embedded database (jobs.ts), one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { StatementCache } from '../../statement.ts';
import { sqliteBuilder } from '../builder.ts';
import { StoreUnavailable } from '../engine.ts';
import type { Job } from '../job.ts';
import { CACHE_KIB, Connection } from './connection.ts';
import { giveWay } from './give-way.ts';
import { transaction } from './transaction.ts';

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
const { file, patience } = workerData as Place;
const builder = sqliteBuilder();
const connection = await Connection.open(file, new StatementCache(builder), builder, CACHE_KIB);
/** The jobs that were asked for, by the modules that declare them. */
const jobs = new Map<string, Job<unknown, unknown>>();
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: Request) => {
  last = last.then(() => take(request));
});

async function take(request: Request): Promise<void> {
  if (request !== 'close') {
    parentPort?.postMessage(await answer(request));
    return;
  }
  connection.database.close();
  parentPort?.close();
}

async function answer({ number, module, argument }: JobRequest): Promise<Answer> {
  try {
    const job = await jobOf(module);
    const result = await transaction(connection, (session) => job.run(session, argument), patience);
    return { number, result };
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
