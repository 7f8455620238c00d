import type { Store } from '@laurel/store';
import type { FailureLimit } from './limits/failure-limit.ts';
import type { FirstAccount } from './setup/first-account.ts';
import type { VisitorKeys } from './site/visitor-keys.ts';

/** What every handler gets: the store, the clock, and where things are. */
export interface Context {
  readonly store: Store;
  /** The server's clock, in whole seconds since 1970. */
  readonly now: () => number;
  /** The folder in which pictures are looked for. */
  readonly data: string;
  /** Failed logins, counted per user and per address. */
  readonly failedLogins: FailureLimit;
  /** How the first account is made. */
  readonly firstAccount: FirstAccount;
  /** Undefined where there is no website. */
  readonly website: Website | undefined;
}

/** How the website reads. */
export interface Website {
  /** The keys of the Web API that it gives to those who may read. */
  readonly visitorKeys: VisitorKeys;
  /** Who that is: every visitor, or who is signed in. */
  readonly readers: 'everybody' | 'members';
}
