import { openStore, type Store } from '@laurel/store';
import { type LocationOptions, readSettings, type Settings } from '../settings.ts';

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
