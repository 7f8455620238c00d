import { USERNAME_PATTERN } from '@laurel/domain';
import type { Store } from '@laurel/store';
import { hashPassword } from '../secrets/passwords.ts';

export interface AccountWish {
  readonly username: string;
  readonly password: string;
  readonly admin: boolean;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Makes an account with which an emulator signs in. @returns null, or why it was not made */
export async function makeAccount(store: Store, wish: AccountWish): Promise<string | null> {
  const { password, ...account } = wish;
  const problem = usernameProblem(wish.username) ?? passwordProblem(password);
  if (problem !== null) return problem;
  const made = await store.createAccount({ ...account, passwordHash: await hashPassword(password) });
  return made ? null : `${wish.username} has an account already.`;
}

/** What is wrong with a username, or null. */
export function usernameProblem(username: string): string | null {
  return USERNAME_PATTERN.test(username) ? null : 'A username has 2 to 20 letters and digits.';
}

/** What is wrong with a password to be, or null. */
export function passwordProblem(password: string): string | null {
  if (password.length < 8 || Buffer.byteLength(password) > 1024) {
    return 'A password has at least 8 characters, and at most 1024 bytes.';
  }
  return /\p{Cc}/u.test(password) ? 'A password is one line, without control characters.' : null;
}
