import { timingSafeEqual } from 'node:crypto';
import type { Store } from '@laurel/store';
import { newSecret, secretHash } from '../secrets/secrets.ts';

/** The one-time code with which the first account is made at a server that has none. */
export class FirstAccount {
  #code: string | undefined;

  private constructor(code: string | undefined) {
    this.#code = code;
  }

  /** A code for a store without accounts; no code for one that has some. */
  static async of(store: Store): Promise<FirstAccount> {
    return new FirstAccount((await store.hasAccounts()) ? undefined : newSecret());
  }

  /** Where the first account is made, as a path; undefined when there is one. */
  get path(): string | undefined {
    return this.#code && `/setup?code=${this.#code}`;
  }

  /** Whether this is the code. */
  accepts(code: string): boolean {
    if (this.#code === undefined) return false;
    return timingSafeEqual(Buffer.from(secretHash(code)), Buffer.from(secretHash(this.#code)));
  }

  /** The account is made: the code is no longer one. */
  done(): void {
    this.#code = undefined;
  }
}
