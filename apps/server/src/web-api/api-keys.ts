import type { StoreState } from '@laurel/store';
import type { Uses } from '../accounts/uses.ts';
import { secretHash } from '../secrets/secrets.ts';
import { VisitorKeys } from '../site/visitor-keys.ts';

/** A key of the Web API that has proved to be one. */
export interface AcceptedKey {
  /** Whether it still opens the Web API at this time, in seconds since 1970; that it is used is noted. */
  use(now: number): boolean;
}

/** Tells which keys open the Web API: those in the store, and those of the website's visitors. */
export class ApiKeys {
  readonly #uses: Uses | undefined;
  readonly #visitorKeys: VisitorKeys | undefined;

  /**
   * @param uses is told of the uses of those in the store
   * @param visitorKeys none where there is no website
   */
  constructor(uses?: Uses, visitorKeys?: VisitorKeys) {
    this.#uses = uses;
    this.#visitorKeys = visitorKeys;
  }

  /** The key, if it is one. */
  async find(
    key: string,
    now: number,
    state: Pick<StoreState, 'isApiKey'>,
  ): Promise<AcceptedKey | undefined> {
    if (VisitorKeys.isOne(key)) return this.#visitorKeys?.find(key, now);
    const hash = secretHash(key);
    if (!(await state.isApiKey(hash))) return undefined;
    return this.#uses?.ofKey(hash) ?? UNNOTED;
  }
}

const UNNOTED: AcceptedKey = { use: () => true };
