import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { UnlockRequest } from '../ledger/asked-unlock.ts';
import type { Assignment } from './recorder.ts';

const PROGRAM = fileURLToPath(new URL('recorder.ts', import.meta.url));
const STRIP_TYPES = fileURLToPath(new URL('../../../../scripts/strip-types.mjs', import.meta.url));
/** Spares each process but the first the work of compiling the same modules; of this user alone. */
const COMPILE_CACHE = join(tmpdir(), `laurel-compile-cache-${userInfo().username}`);

/** An unlock with a number by which the recorder says that it is recorded. */
export interface NumberedUnlock extends UnlockRequest {
  readonly number: number;
}

/** A process that records unlocks (`recorder.ts`). */
export interface Recorder {
  /** The numbers of the unlocks that it said it has recorded. */
  readonly acknowledged: readonly number[];
  /** Tells it what to do; it opens the store, does it, and ends. */
  record(assignment: Assignment, unlocks: readonly NumberedUnlock[]): void;
  /** Resolves at the first acknowledgement, or when the process ends without one. */
  readonly started: Promise<void>;
  /** Resolves when the process has ended. @throws what it wrote to standard error, if it failed */
  readonly ended: Promise<void>;
  /** Ends it as `kill -9` does, wherever it is. */
  kill(): Promise<void>;
}

/** Starts a recorder; it is loaded when the promise resolves, and has not opened anything yet. */
export async function startRecorder(): Promise<Recorder> {
  const process = spawn(globalThis.process.execPath, ['--require', STRIP_TYPES, PROGRAM], {
    env: { ...globalThis.process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
  const acknowledged: number[] = [];
  const loaded = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  createInterface({ input: process.stdout }).on('line', (line) => {
    if (line === 'loaded') return loaded.resolve();
    acknowledged.push(Number(line));
    started.resolve();
  });
  const ended = endOf(process);
  ended.then(started.resolve, started.resolve);
  await Promise.race([loaded.promise, ended]);
  return {
    acknowledged,
    record: (assignment, unlocks) => {
      // A process that was killed reads no more.
      process.stdin.on('error', () => {});
      process.stdin.end([assignment, ...unlocks].map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
    started: started.promise,
    ended,
    kill: async () => {
      process.kill('SIGKILL');
      await ended;
    },
  };
}

async function endOf(process: ChildProcessWithoutNullStreams): Promise<void> {
  let errors = '';
  process.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  // Not at "exit": what it printed may not have arrived then.
  const status = await new Promise((resolve) => process.once('close', resolve));
  if (status !== 0 && process.signalCode === null) throw new Error(`the recorder failed: ${errors}`);
}
