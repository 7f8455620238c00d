import { SingleBar } from 'cli-progress';

/** A bar at the terminal for work whose length is known in bytes; nothing where there is no terminal. */
export class Progress {
  readonly #bar = process.stderr.isTTY
    ? new SingleBar({ format: '{task} [{bar}] {percentage} %', clearOnComplete: true, etaBuffer: 100 })
    : undefined;
  #started = false;

  /** Begins a task of so many bytes. */
  begin(task: string, total: number): void {
    this.#started = true;
    this.#bar?.start(total, 0, { task });
  }

  advance(bytes: number): void {
    if (this.#started) this.#bar?.increment(bytes);
  }

  /** Says what is done after the last byte. */
  working(task: string): void {
    if (this.#started) this.#bar?.update({ task });
  }

  end(): void {
    if (this.#started) this.#bar?.stop();
  }
}
