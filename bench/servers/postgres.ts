import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  createDatabase,
  databaseAt,
  type PostgresServer,
  postgresVersion,
  startPostgres,
} from '@laurel/store/testing/postgres-server';
import pg from 'pg';
import type { Worlds } from '../worlds.ts';

/** Starts a PostgreSQL that has these worlds, by their unlocks; those that it has to make are kept for the next run. */
export async function startPostgresWith(worlds: Worlds, sizes: Iterable<number>): Promise<PostgresServer> {
  const kept = join(worlds.folder, `postgres-${await postgresVersion()}`);
  const server = await startPostgres(existsSync(kept) ? { saved: kept } : {});
  try {
    const missing = await missingOf(server, sizes);
    for (const unlocks of missing) await fill(server, worlds, unlocks);
    if (missing.length > 0) await keep(server, kept);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The address of the database of a world, on the server of this address. */
export function databaseOf(server: string, unlocks: number): string {
  return databaseAt(server, nameOf(unlocks));
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

function nameOf(unlocks: number): string {
  return `world_${unlocks}`;
}

async function missingOf({ address }: PostgresServer, sizes: Iterable<number>): Promise<number[]> {
  const { rows } = await onPostgres(address, (client) =>
    client.query<{ datname: string }>('select datname from pg_database'),
  );
  const names = new Set(rows.map(({ datname }) => datname));
  return [...sizes].filter((unlocks) => !names.has(nameOf(unlocks)));
}

async function fill({ address }: PostgresServer, worlds: Worlds, unlocks: number): Promise<void> {
  console.error(`Filling a database with ${unlocks} unlocks (kept for the next run) …`);
  const databaseUrl = await createDatabase(address, nameOf(unlocks));
  await worlds.fill({ databaseUrl }, unlocks);
  // What autovacuum would do in the minutes after; done at once, it does not fall into the measuring.
  await onPostgres(databaseUrl, (client) => client.query('vacuum analyze'));
}

async function keep(server: PostgresServer, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await server.save(unfinished);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}
