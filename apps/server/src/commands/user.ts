import { text } from 'node:stream/consumers';
import { USERNAME_PATTERN } from '@laurel/domain';
import { makeAccount } from '../accounts/make-account.ts';
import { now } from '../clock.ts';
import type { LocationOptions } from '../settings.ts';
import { askForPassword } from './ask-for-password.ts';
import { CommandFailed } from './command-failed.ts';
import { withStore } from './with-store.ts';

export interface AddUserOptions extends LocationOptions {
  readonly passwordStdin?: true;
  readonly admin?: true;
}

/** Makes an account, with which an emulator signs in. */
export async function addUser(username: string, options: AddUserOptions): Promise<void> {
  if (!USERNAME_PATTERN.test(username)) {
    throw new CommandFailed('A username has 2 to 20 letters and digits.');
  }
  const password = options.passwordStdin ? await passwordFromInput() : await askForPassword(username);
  const wish = { username, password, admin: options.admin === true, now: now() };
  const problem = await withStore(options, (store) => makeAccount(store, wish));
  if (problem !== null) throw new CommandFailed(problem);
  console.log(`${username} can sign in now.`);
}

async function passwordFromInput(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
