import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { LocationOptions } from '../settings.ts';
import { CommandFailed } from './command-failed.ts';
import { withExistingStore } from './with-store.ts';

/** Copies the embedded database to a new file, consistent, while the server runs. */
export async function backup(file: string, options: LocationOptions): Promise<void> {
  if (existsSync(file)) throw new CommandFailed(`${file} is there already. Choose a new file.`);
  const folder = dirname(resolve(file));
  if (!existsSync(folder))
    throw new CommandFailed(`There is no folder ${folder} for the backup. Make it first.`);
  await withExistingStore(options, (store) => store.backup(file));
  console.log(`Backed up to ${file}. To restore it, put it in an empty data folder as laurel.db.`);
}
