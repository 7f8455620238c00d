import { keyNameProblem } from '../accounts/key-name.ts';
import { now } from '../clock.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import type { LocationOptions } from '../settings.ts';
import { CommandFailed } from './command-failed.ts';
import { withExistingStore, withStore } from './with-store.ts';

/** Makes a key and prints it, alone on the last line of standard output. */
export async function createKey(name: string, options: LocationOptions): Promise<void> {
  requireName(name);
  const key = newSecret();
  await withStore(options, (store) => store.saveApiKey({ hash: secretHash(key), name, now: now() }));
  console.error('Keep it: only its hash is stored, and it is not shown again.');
  console.log(key);
}

/** Revokes every key of this name that the command made. */
export async function revokeKeys(name: string, options: LocationOptions): Promise<void> {
  requireName(name);
  const revoked = await withExistingStore(options, (store) => store.revokeApiKeys(name));
  if (revoked === 0) throw new CommandFailed(`There is no key named "${name}".`);
  console.log(`Revoked ${revoked} ${revoked === 1 ? 'key' : 'keys'} named "${name}".`);
}

function requireName(name: string): void {
  const problem = keyNameProblem(name);
  if (problem !== null) throw new CommandFailed(problem);
}
