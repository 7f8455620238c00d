import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../apps/server/bin/laurel', import.meta.url));

/** A real `laurel serve`. */
export interface LaurelServer {
  /** `http://127.0.0.1:40000` */
  readonly address: string;
  /** Ends it as a power cut would: with SIGKILL. */
  kill(): Promise<void>;
  /** Asks it to end. */
  stop(): Promise<void>;
}

/** A data folder of its own, and the real `laurel` command on it. */
export class Laurel implements Disposable {
  readonly data = mkdtempSync(join(tmpdir(), 'laurel-e2e-'));
  readonly #servers = new Set<ChildProcess>();

  /** Runs a command to its end. @returns its standard output. @throws Error when it fails */
  run(args: readonly string[], input = ''): string {
    const { status, stdout, stderr } = spawnSync(command, [...args, '--data', this.data], {
      input,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`laurel ${args.join(' ')} failed: ${stderr}`);
    return stdout;
  }

  /** Makes a key of the Web API. */
  createKey(): string {
    return this.run(['key', 'create', 'e2e']).trim();
  }

  /** Starts a server. @param port 0 takes a free one */
  async serve(port = 0): Promise<LaurelServer> {
    const child = spawn(command, ['serve', '--port', String(port), '--data', this.data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#servers.add(child);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      this.#servers.delete(child);
      return ended;
    };
    return {
      address: await addressSaidBy(child),
      kill: () => end('SIGKILL'),
      stop: () => end('SIGTERM'),
    };
  }

  [Symbol.dispose](): void {
    for (const server of this.#servers) server.kill('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }
}

function addressSaidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', (status) => reject(new Error(`The server ended with status ${status}: ${output}`)));
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const address = /http:\/\/\S+:\d+/.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}
