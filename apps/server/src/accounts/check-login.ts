import { USERNAME_PATTERN } from '@laurel/domain';
import type { Account } from '@laurel/store';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { checkPassword } from '../secrets/passwords.ts';

/** Who tries to sign in, and from where. */
export interface Login {
  readonly username: string;
  readonly password: string;
  /** Where the request comes from. */
  readonly address: string;
}

/**
 * The account of this username and password. Wrong ones are counted, over every way to sign in.
 *
 * @throws Failure when they are wrong, or when there were too many wrong ones
 */
export async function checkLogin(
  { username, password, address }: Login,
  { store, failedLogins }: Pick<Context, 'store' | 'failedLogins'>,
): Promise<Account> {
  refuseAfterFailures(username, address, failedLogins);
  countFailure(username, address, failedLogins);
  const account = USERNAME_PATTERN.test(username) ? await store.findAccount(username) : undefined;
  const isRight = await checkPassword(password, account?.passwordHash);
  if (account === undefined || !isRight) {
    throw new Failure('invalid_credentials', { title: 'Wrong username or password. Please try again.' });
  }
  failedLogins.forgive(nameToCount(username), address);
  return account;
}

/** @throws Failure when there were too many wrong passwords or tokens */
export function refuseAfterFailures(
  username: string,
  address: string,
  failedLogins: Context['failedLogins'],
): void {
  const wait = failedLogins.secondsToWait(nameToCount(username), address);
  if (wait > 0) throw new Failure('too_many_requests', { retryAfter: wait });
}

/** Counts a wrong password or token. */
export function countFailure(username: string, address: string, failedLogins: Context['failedLogins']): void {
  failedLogins.fail(nameToCount(username), address);
}

/** Names that nobody can have are counted as one, so that the counters stay small. */
function nameToCount(username: string): string {
  return USERNAME_PATTERN.test(username) ? username : '';
}
