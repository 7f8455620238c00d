import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { openSqlite } from './sqlite/open.ts';

/** Where a store is: a folder for the embedded database, or the address of a PostgreSQL database. */
export type StoreLocation = { readonly data: string } | { readonly databaseUrl: string };

/** The file of the embedded database within the data folder. */
export function databaseFile(data: string): string {
  return join(data, 'laurel.db');
}

export async function openEngine(location: StoreLocation): Promise<Engine> {
  if ('data' in location) return openSqlite(databaseFile(location.data));
  const { openPostgres } = await import('./postgres/open.ts');
  return openPostgres(location.databaseUrl);
}

/** Whether there is an embedded database at this place; of PostgreSQL nothing is known before it is asked. */
export function isThere(location: StoreLocation): boolean {
  return 'databaseUrl' in location || existsSync(databaseFile(location.data));
}
