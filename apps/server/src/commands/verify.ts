import type { LocationOptions } from '../settings.ts';
import { CommandFailed } from './command-failed.ts';
import { withExistingStore } from './with-store.ts';

/** Compares everything derived with a fresh computation from the ledger. */
export async function verify(options: LocationOptions): Promise<void> {
  const { players, unlocks, found, differences } = await withExistingStore(options, (store) =>
    store.verify(),
  );
  for (const { where, what, stored, expected } of differences) {
    console.log(`${where}: ${what} is ${JSON.stringify(stored)}, should be ${JSON.stringify(expected)}`);
  }
  if (found > 0) {
    throw new CommandFailed(
      `${found} differences in ${unlocks} unlocks of ${players} players. ` +
        'This is a bug: please report it. An export and an import into an empty store repairs it.',
    );
  }
  console.log(`All is as the ledger says: ${unlocks} unlocks of ${players} players.`);
}
