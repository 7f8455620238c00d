import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { keptTo, LOAD_PROCESSOR } from './load-processor.ts';
import type { Times } from './times.ts';

const WRITER = join(import.meta.dirname, 'writer-process.ts');

/** Forms to send at a steady pace. */
export interface WriteLoad {
  readonly address: string;
  /** Each is sent once, in this order: what stands behind the `?` as a form. */
  readonly paths: readonly string[];
  readonly connections: number;
  /** All connections together. */
  readonly perSecond: number;
}

export interface WriteResult {
  readonly requests: number;
  readonly seconds: number;
  readonly times: Times;
  /** Seconds of processor time that sending took. */
  readonly generator: number;
}

/** What the process of the writer answers: what was recorded, or the first answer that was no success. */
export type WriterAnswer = WriteResult | { readonly complaint: string };

/** Records unlocks at a steady pace beside other load, in a process of its own. */
export interface Writer {
  /** Begins to send. */
  begin(load: WriteLoad): void;
  /** Stops. @throws Error when an unlock was refused, or there were too few */
  end(): Promise<WriteResult>;
  stop(): Promise<void>;
}

/** Starts a writer (writer-process.ts). */
export function startWriter(): Writer {
  const [execPath, ...execArgv] = keptTo(LOAD_PROCESSOR, process.execPath);
  const child = fork(WRITER, { execPath, execArgv, serialization: 'advanced' });
  const ended = once(child, 'exit');
  return {
    begin: (load) => void child.send(load),
    end: async () => {
      child.send('end');
      const [answer] = (await once(child, 'message')) as [WriterAnswer];
      if ('complaint' in answer) throw new Error(`the writer was answered: ${answer.complaint}`);
      return answer;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
