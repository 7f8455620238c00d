import { WindowCounter } from '../limits/window.ts';
import { countText } from './count-text.ts';

const WINDOW = 60 * 1000;

/** What an address has used up. */
export interface RequestCount {
  readonly isOver: boolean;
  /** Seconds until it may ask again. */
  readonly secondsLeft: number;
  /** `RateLimit-Limit`, `-Remaining` and `-Reset` (seconds): name, value, name, value. */
  readonly headers: readonly string[];
}

/** Limits requests per address. */
export class RequestLimit {
  readonly #counter = new WindowCounter(WINDOW);
  readonly #perMinute: number;

  /** @param perMinute how many requests an address has in a minute */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts a request. */
  count(address: string): RequestCount {
    const { used, secondsLeft } = this.#counter.add(address);
    const left = Math.max(this.#perMinute - used, 0);
    return {
      isOver: used > this.#perMinute,
      secondsLeft,
      headers: [
        ...['ratelimit-limit', String(this.#perMinute)],
        ...['ratelimit-remaining', countText(left)],
        ...['ratelimit-reset', String(secondsLeft)],
      ],
    };
  }

  /** Takes the last count back: the request is counted elsewhere. */
  takeBack(address: string): void {
    this.#counter.add(address, -1);
  }
}
