import { isThere, openStore, type Store } from '@laurel/store';
import { type LocationOptions, readSettings, type Settings } from '../settings.ts';
import { CommandFailed } from './command-failed.ts';

/** Opens the store that the options and the environment name, and closes it when the work is done. */
export async function withStore<Result>(
  options: LocationOptions,
  work: (store: Store, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(process.env, options);
  const store = await openStore(settings.location, settings);
  try {
    return await work(store, settings);
  } finally {
    await store.close();
  }
}

/** The same for a command that makes no sense where there is no store yet: a folder may be misspelt. */
export function withExistingStore<Result>(
  options: LocationOptions,
  work: (store: Store, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const { location, data } = readSettings(process.env, options);
  if (!isThere(location)) {
    throw new CommandFailed(
      `There is no database in ${data}. Name its folder with --data, or make it with laurel serve.`,
    );
  }
  return withStore(options, work);
}
