import type { IncomingMessage } from 'node:http';
import { WindowCounter } from '../limits/window.ts';

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
  readonly #trustProxy: boolean;

  /**
   * @param perMinute how many requests an address has in a minute
   * @param trustProxy whether `X-Forwarded-For` is believed, as far as one proxy has written it
   */
  constructor(perMinute: number, trustProxy: boolean) {
    this.#perMinute = perMinute;
    this.#trustProxy = trustProxy;
  }

  /** Whose request it is. What a client itself writes into `X-Forwarded-For` stands before what the proxy adds. */
  addressOf(request: IncomingMessage): string {
    const forwarded = this.#trustProxy ? request.headers['x-forwarded-for'] : undefined;
    const nearest = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
    return nearest || request.socket.remoteAddress || '';
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
        ...['ratelimit-remaining', String(left)],
        ...['ratelimit-reset', String(secondsLeft)],
      ],
    };
  }

  /** Takes the last count back: the request is counted elsewhere. */
  takeBack(address: string): void {
    this.#counter.add(address, -1);
  }
}
