import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

interface Waiter {
  readonly pattern: RegExp;
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/** All that a process writes on its standard output and error, line by line, in the order of arrival. */
export class ProcessLog {
  readonly #lines: string[] = [];
  readonly #waiters = new Set<Waiter>();
  #closed = false;

  /** Starts to listen. The process must have been started with both streams as pipes. */
  constructor(child: ChildProcess) {
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) throw new Error('The process has no pipe to read its log from.');
      createInterface({ input }).on('line', (line) => this.#add(line));
    }
  }

  /** Everything so far. */
  get text(): string {
    return this.#lines.join('\n');
  }

  /**
   * Gives the first line that matches, be it written already or still to come.
   *
   * @throws Error with the end of the log, when the process has ended without such a line.
   */
  waitFor(pattern: RegExp): Promise<string> {
    const line = this.#lines.find((written) => pattern.test(written));
    if (line !== undefined) return Promise.resolve(line);
    if (this.#closed) return Promise.reject(this.#missing(pattern));
    return new Promise((resolve, reject) => this.#waiters.add({ pattern, resolve, reject }));
  }

  /** Says that no more lines will come: whoever still waits for one is told. */
  close(): void {
    this.#closed = true;
    for (const waiter of this.#waiters) waiter.reject(this.#missing(waiter.pattern));
    this.#waiters.clear();
  }

  #add(line: string): void {
    this.#lines.push(line);
    for (const waiter of this.#waiters) {
      if (!waiter.pattern.test(line)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(line);
    }
  }

  #missing(pattern: RegExp): Error {
    const end = this.#lines.slice(-40).join('\n');
    return new Error(`The log ended without a line like ${pattern}. Its end:\n${end}`);
  }
}
