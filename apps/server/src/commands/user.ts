import { text } from 'node:stream/consumers';
import { USERNAME_PATTERN } from '@laurel/domain';
import { now } from '../clock.ts';
import { hashPassword } from '../secrets/passwords.ts';
import type { LocationOptions } from '../settings.ts';
import { askForPassword } from './ask-for-password.ts';
import { CommandFailed } from './command-failed.ts';
import { withStore } from './with-store.ts';

interface AddOptions extends LocationOptions {
  readonly passwordStdin?: true;
  readonly admin?: true;
}

/** Makes an account, with which an emulator signs in. */
export async function addUser(username: string, options: AddOptions): Promise<void> {
  if (!USERNAME_PATTERN.test(username)) {
    throw new CommandFailed('A username has 2 to 20 letters and digits.');
  }
  const password = options.passwordStdin ? await passwordFromInput() : await askForPassword(username);
  requireUsable(password);
  const account = {
    username,
    passwordHash: await hashPassword(password),
    admin: options.admin === true,
    now: now(),
  };
  const made = await withStore(options, (store) => store.createAccount(account));
  if (!made) throw new CommandFailed(`${username} has an account already.`);
  console.log(`${username} can sign in now.`);
}

async function passwordFromInput(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

function requireUsable(password: string): void {
  const bytes = Buffer.byteLength(password);
  if (password.length < 8 || bytes > 1024)
    throw new CommandFailed('A password has at least 8 characters, at most 1024 bytes.');
  if (/\p{Cc}/u.test(password))
    throw new CommandFailed('A password is one line, without control characters.');
}
