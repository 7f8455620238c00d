import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { StoreLocation } from '@laurel/store';
import { memory } from './process-facts.ts';

const LAUREL = join(import.meta.dirname, '../../apps/server/bin/laurel');
/** More than any load generator sends in a minute. */
const ENVIRONMENT = { ...process.env, LAUREL_RATE_LIMIT: '1000000000' };

export interface Server {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface LaurelRun {
  readonly output: string;
  readonly seconds: number;
  /** In bytes; NaN where the system does not say. */
  readonly peakMemory: number;
}

/** Runs a `laurel` command to its end, as a process of its own. @throws Error when it fails */
export async function runLaurel(
  location: StoreLocation,
  args: readonly string[],
  input = '',
): Promise<LaurelRun> {
  const started = performance.now();
  const child = spawn(LAUREL, [...args, ...locationOptions(location)], { env: ENVIRONMENT });
  let peakMemory = Number.NaN;
  const watch = setInterval(() => {
    // NaN again once the process has ended.
    const peak = memory(child.pid ?? 0, 'VmHWM');
    if (peak > 0) peakMemory = peak;
  }, 20);
  child.stdin.end(input);
  const [output, complaint, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  clearInterval(watch);
  if (status !== 0) throw new Error(`laurel ${args.join(' ')} failed: ${complaint}${output}`);
  return { output, seconds: (performance.now() - started) / 1000, peakMemory };
}

/** A process `laurel serve` that may not answer yet. */
export interface SpawnedServer extends Pick<Server, 'pid' | 'stop'> {
  readonly output: Readable;
  hasEnded(): boolean;
}

/** Starts the process `laurel serve`; on port 0, a free one. */
export function spawnServer(location: StoreLocation, port: number): SpawnedServer {
  const child = spawn(LAUREL, ['serve', '--port', `${port}`, ...locationOptions(location)], {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    output: child.stdout,
    hasEnded: () => child.exitCode !== null,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts `laurel serve` on a free port, and waits until it is ready. */
export async function serveLaurel(location: StoreLocation): Promise<Server> {
  const { pid, output, stop } = spawnServer(location, 0);
  const address = await addressIn(createInterface(output));
  if (address === undefined) throw new Error('laurel serve did not start');
  return { address, pid, stop };
}

async function addressIn(lines: AsyncIterable<string>): Promise<string | undefined> {
  for await (const line of lines) {
    const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  return undefined;
}

function locationOptions(location: StoreLocation): string[] {
  return 'data' in location ? ['--data', location.data] : ['--database-url', location.databaseUrl];
}
