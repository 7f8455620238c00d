import { WindowCounter } from './window.ts';

/** Failed logins within a quarter of an hour, after which further tries are refused unread. */
const WINDOW = 15 * 60 * 1000;
const FAILURES_PER_USER = 10;
const FAILURES_PER_ADDRESS = 50;

/** Limits guessing of passwords and tokens, per user and per address. */
export class FailureLimit {
  readonly #users = new WindowCounter(WINDOW);
  readonly #addresses = new WindowCounter(WINDOW);

  /** Seconds to wait before this user may try again from this address; 0 when they may now. */
  secondsToWait(user: string, address: string): number {
    const byUser = this.#users.add(user.toLowerCase(), 0);
    const byAddress = this.#addresses.add(address, 0);
    return Math.max(
      byUser.used >= FAILURES_PER_USER ? byUser.secondsLeft : 0,
      byAddress.used >= FAILURES_PER_ADDRESS ? byAddress.secondsLeft : 0,
    );
  }

  /** Counts a failed login. A try is counted before it is looked at, so that many at once do not slip through. */
  fail(user: string, address: string): void {
    this.#users.add(user.toLowerCase());
    this.#addresses.add(address);
  }

  /** Takes back one count: the try turned out right. */
  forgive(user: string, address: string): void {
    this.#users.add(user.toLowerCase(), -1);
    this.#addresses.add(address, -1);
  }
}
