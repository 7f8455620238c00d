import type { StoreLocation } from '@laurel/store';
import { createDatabase } from '@laurel/store/testing/postgres-server';
import { runLaurel } from './servers/laurel.ts';
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
  postgres?: string,
): Promise<PreparedWorld> {
  const location =
    postgres === undefined
      ? { data: await worlds.dataFolder(unlocks) }
      : { databaseUrl: await createDatabase(postgres) };
  if ('databaseUrl' in location) await worlds.fill(location, unlocks);
  const { output } = await runLaurel(location, ['key', 'create', 'bench']);
  const key = output.trim().split('\n').at(-1) ?? '';
  return { world: worlds.shape(unlocks), location, key };
}
