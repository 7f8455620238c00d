import { timingSafeEqual } from 'node:crypto';
import type { Store } from '@laurel/store';
import type { AccountWish } from '../accounts/make-account.ts';
import { hashPassword } from '../secrets/passwords.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';

/** Where the first account is made: on the website, or else on the plain page. */
export const WELCOME = '/welcome';

/** The first account of a server, and the one-time code with which it is made. */
export class FirstAccount {
  readonly #store: Store;
  /** Until there is an account; as none is ever taken away, it is over for good then. */
  #code: string | undefined;

  private constructor(store: Store, code: string | undefined) {
    this.#store = store;
    this.#code = code;
  }

  /** With a code for a store without accounts; without one where there are some. */
  static async of(store: Store): Promise<FirstAccount> {
    return new FirstAccount(store, (await store.hasAccounts()) ? undefined : newSecret());
  }

  /** Where the first account is made, as a path; undefined when there is one. */
  get path(): string | undefined {
    return this.#code && `${WELCOME}?code=${this.#code}`;
  }

  /** Whether nobody has an account yet; it may have been made by another process meanwhile. */
  async isNeeded(): Promise<boolean> {
    if (this.#code === undefined) return false;
    if (await this.#store.hasAccounts()) this.#code = undefined;
    return this.#code !== undefined;
  }

  /** Whether this code makes the first account: it is the right one, and there is none yet. */
  async accepts(code: string): Promise<boolean> {
    return this.#isCode(code) && (await this.isNeeded());
  }

  /**
   * Makes it, an administrator's. The name, the password and the code have been looked at before.
   *
   * @returns whether it was made; false when somebody else was faster
   */
  async make({ password, ...account }: Omit<AccountWish, 'admin'>): Promise<boolean> {
    const passwordHash = await hashPassword(password);
    const made = await this.#store.createFirstAccount({ ...account, passwordHash, admin: true });
    this.#code = undefined;
    return made;
  }

  #isCode(code: string): boolean {
    if (this.#code === undefined) return false;
    return timingSafeEqual(Buffer.from(secretHash(code)), Buffer.from(secretHash(this.#code)));
  }
}

/** Why no first account is made, and what to do. */
export const FIRST_ACCOUNT_REFUSED =
  'The first account is made, or the server was started again since. ' +
  'Look at what the server printed last, or run: laurel user add NAME';
