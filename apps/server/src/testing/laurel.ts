import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const LAUREL = join(import.meta.dirname, '../../bin/laurel');

/** Node keeps what it has compiled here: tests start the command many times. */
const COMPILE_CACHE = join(tmpdir(), 'laurel-compile-cache');

export interface LaurelOptions {
  /** Standard input; by default nothing. */
  readonly input?: string | Uint8Array;
  /** What is run; by default the command, `bin/laurel`. */
  readonly program?: readonly [file: string, ...args: string[]];
  /** Settings, as environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a run of the command ended. */
export interface LaurelRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `laurel` command to its end. */
export async function laurel(args: readonly string[], options: LaurelOptions = {}): Promise<LaurelRun> {
  const child = start(args, options);
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
  return { status, stdout, stderr };
}

/** A `laurel serve` that answers. */
export interface LaurelServer extends AsyncDisposable {
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  readonly process: ChildProcess;
  /** What it has written so far, on standard output and on standard error. */
  readonly output: string;
  /** Waits until what it has written matches. @returns all of it */
  waitFor(pattern: RegExp): Promise<string>;
  /** Sends a signal and waits for the end. @returns the exit status */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `laurel serve` on a free port and waits until it answers. @throws Error when it ends before */
export async function serveLaurel(
  args: readonly string[],
  options: LaurelOptions = {},
): Promise<LaurelServer> {
  const child = start(['serve', '--port', '0', ...args], options);
  const end = ended(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      child.emit('output');
    });
  }
  const waitFor = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (pattern.test(output)) resolve(output);
      };
      child.on('output', look);
      end.then(() => reject(new Error(`laurel serve ended:\n${output}`)), reject);
      look();
    });
  const [, address = ''] = /^Laurel is at (\S+)/m.exec(await waitFor(/^Laurel is at .*\n/m)) ?? [];
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return end;
  };
  return {
    address,
    process: child,
    get output() {
      return output;
    },
    waitFor,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop('SIGKILL');
    },
  };
}

/** A new temporary folder, removed at the end of the block that holds it. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'laurel-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** The last line of a text that ends in a line break. */
export function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1) ?? '';
}

function start(args: readonly string[], { program = [LAUREL], input = '', env = {} }: LaurelOptions) {
  const [file, ...first] = program;
  const child = spawn(file, [...first, ...args], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: 'pipe',
  });
  // A command that fails may end before it has read its input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return child;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}
