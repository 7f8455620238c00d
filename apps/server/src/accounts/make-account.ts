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
  if (!USERNAME_PATTERN.test(wish.username)) return 'A username has 2 to 20 letters and digits.';
  if (password.length < 8 || Buffer.byteLength(password) > 1024) {
    return 'A password has at least 8 characters, and at most 1024 bytes.';
  }
  if (/\p{Cc}/u.test(password)) return 'A password is one line, without control characters.';
  const made = await store.createAccount({ ...account, passwordHash: await hashPassword(password) });
  return made ? null : `${wish.username} has an account already.`;
}
