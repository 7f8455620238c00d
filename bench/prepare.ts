import { cpSync, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { StoreLocation } from '@laurel/store';
import { databaseFile } from '@laurel/store/engine/open';
import { createDatabase } from '@laurel/store/testing/postgres-server';
import pg from 'pg';
import { makeKey } from './servers/access.ts';
import type { World } from './world/world.ts';
import type { Worlds } from './worlds.ts';

/** A world in a store, and a key with which to read it. */
export interface PreparedWorld {
  readonly world: World;
  readonly location: StoreLocation;
  readonly key: string;
}

/**
 * Puts a world into a store of the engine.
 *
 * @param postgres the address of a PostgreSQL server; without it, the world is in a data folder that is kept
 */
export async function prepareWorld(
  worlds: Worlds,
  unlocks: number,
  postgres: string | undefined,
): Promise<PreparedWorld> {
  const location =
    postgres === undefined
      ? { data: await worlds.dataFolder(unlocks) }
      : { databaseUrl: await createDatabase(postgres) };
  if ('databaseUrl' in location) {
    console.error(`Filling a database with ${unlocks} unlocks …`);
    await worlds.fill(location, unlocks);
    await vacuum(location.databaseUrl);
  }
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
  const address = new URL(location.databaseUrl);
  const original = address.pathname.slice(1);
  const copy = `${original}_copy_${copies}`;
  await onPostgres(Object.assign(new URL(address), { pathname: '/postgres' }).href, (client) =>
    client.query(`create database ${copy} template ${original}`),
  );
  return { databaseUrl: Object.assign(new URL(address), { pathname: `/${copy}` }).href };
}

/** What autovacuum would do in the minutes after; done at once, it does not fall into the measuring. */
async function vacuum(databaseUrl: string): Promise<void> {
  await onPostgres(databaseUrl, (client) => client.query('vacuum analyze'));
}

/** Works with a connection to a database of PostgreSQL. */
export async function onPostgres<Result>(
  address: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
