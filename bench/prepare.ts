import { cpSync, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { StoreLocation } from '@laurel/store';
import { databaseFile } from '@laurel/store/engine/open';
import { databaseAt } from '@laurel/store/testing/postgres-server';
import { makeKey } from './servers/access.ts';
import { databaseOf, onPostgres } from './servers/postgres.ts';
import type { World } from './world/world.ts';
import type { Worlds } from './worlds.ts';

/** A world in a store, and a key with which to read it. */
export interface PreparedWorld {
  readonly world: World;
  readonly location: StoreLocation;
  readonly key: string;
}

/**
 * A world in a store of the engine, with a new key.
 *
 * @param postgres the address of the PostgreSQL server that has the world; without it, it is in a data folder
 */
export async function prepareWorld(
  worlds: Worlds,
  unlocks: number,
  postgres: string | undefined,
): Promise<PreparedWorld> {
  const location =
    postgres === undefined
      ? { data: await worlds.dataFolder(unlocks) }
      : { databaseUrl: databaseOf(postgres, unlocks) };
  const key = await makeKey(location);
  const prepared = { world: worlds.shape(unlocks), location, key };
  await readThrough(prepared);
  return prepared;
}

/**
 * Brings the file of an embedded database into the system's cache of files: what is measured is the server, not how cold
 * the disk is. There are systems that drop what was not read for a minute, however much memory they have.
 */
export async function readThrough({ location }: Pick<PreparedWorld, 'location'>): Promise<void> {
  if (!('data' in location)) return;
  const file = createReadStream(databaseFile(location.data), { highWaterMark: 2 ** 20 });
  await finished(file.resume());
}

/** A copy that may be written to; of an embedded database, in this folder. Nobody may be using the original. */
export async function copyOf(prepared: PreparedWorld, folder: string): Promise<PreparedWorld> {
  return { ...prepared, location: await copyOfStore(prepared.location, folder) };
}

let copies = 0;

async function copyOfStore(location: StoreLocation, folder: string): Promise<StoreLocation> {
  copies += 1;
  if ('data' in location) {
    const data = join(folder, `copy-${copies}`);
    cpSync(location.data, data, { recursive: true });
    return { data };
  }
  const original = new URL(location.databaseUrl).pathname.slice(1);
  const copy = `${original}_copy_${copies}`;
  await onPostgres(databaseAt(location.databaseUrl, 'postgres'), (client) =>
    client.query(`create database ${copy} template ${original}`),
  );
  return { databaseUrl: databaseAt(location.databaseUrl, copy) };
}
