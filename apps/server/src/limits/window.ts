/** How many of something happened within the current window, and when the next one begins. */
interface Count {
  used: number;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** How many names are counted at once, so that memory stays bounded whatever is sent. */
const NAMES = 100_000;

/** Counts events by name in windows of fixed length. */
export class WindowCounter {
  readonly #length: number;
  readonly #counts = new Map<string, Count>();

  /** @param length of a window, in milliseconds */
  constructor(length: number) {
    this.#length = length;
  }

  /** Counts one more; with 0 only looks, with -1 takes one back. @returns how many there were, and the seconds left in the window */
  add(name: string, events: -1 | 0 | 1 = 1, now: number = Date.now()): { used: number; secondsLeft: number } {
    let count = this.#counts.get(name);
    if (count === undefined || count.endsAt <= now) {
      count = { used: 0, endsAt: now + this.#length };
      if (events > 0) this.#remember(name, count, now);
    }
    count.used = Math.max(count.used + events, 0);
    return { used: count.used, secondsLeft: Math.ceil((count.endsAt - now) / 1000) };
  }

  #remember(name: string, count: Count, now: number): void {
    if (this.#counts.size >= NAMES) this.#forget(now);
    this.#counts.set(name, count);
  }

  /** Forgets what is over; where nothing is, the oldest half. */
  #forget(now: number): void {
    for (const [name, count] of this.#counts) if (count.endsAt <= now) this.#counts.delete(name);
    let surplus = this.#counts.size - NAMES / 2;
    for (const name of this.#counts.keys()) if (surplus-- > 0) this.#counts.delete(name);
  }
}
