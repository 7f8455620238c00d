import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Server } from './laurel.ts';

/** An answer as it went over the wire. */
export interface Answer {
  readonly status: number;
  /** Name, value, name, value, … */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

export interface PlainServer extends Server {
  /** From now on it sends these answers, one after the other, whatever it is asked for. */
  replay(answers: readonly Answer[]): Promise<void>;
}

/** Headers that `node:http` adds by itself. */
const ADDED = new Set(['date', 'connection', 'keep-alive']);

/** Starts the plain server (plain-process.ts). */
export function startPlainServer(): Promise<PlainServer> {
  return startReplaying('plain-process.ts');
}

/**
 * Starts a plain server that records unlocks, too, with the least that this takes (recording-process.ts).
 *
 * @param database a file with Laurel's tables, which nobody else writes to
 */
export function startRecordingServer(database: string): Promise<PlainServer> {
  return startReplaying('recording-process.ts', database);
}

async function startReplaying(script: string, ...args: readonly string[]): Promise<PlainServer> {
  const child = fork(join(import.meta.dirname, script), args, { serialization: 'advanced' });
  const ended = once(child, 'exit');
  const [port] = await once(child, 'message');
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    replay: async (answers) => {
      child.send(answers);
      await once(child, 'message');
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

/** Asks a server for these paths, and keeps its answers to the byte. */
export async function recordAnswers(
  { address }: Server,
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const path of paths) {
    const request = get(`${address}${path}`, { headers });
    const [response] = await once(request, 'response');
    const raw: string[] = response.rawHeaders;
    answers.push({
      status: response.statusCode,
      headers: raw.filter((_, index) => !ADDED.has((raw[index - (index % 2)] ?? '').toLowerCase())),
      body: await buffer(response),
    });
  }
  return answers;
}
