import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import type { Engine } from '../engine/engine.ts';
import { openEngine, type StoreLocation } from '../engine/open.ts';
import { migrate } from '../migrations/migrate.ts';
import { type Store, type StoreOptions, storeOn } from '../store.ts';
import { createDatabase } from './postgres-server.ts';

/** A store together with the engine below it, for tests that look at, or change, what is in the tables. */
export interface TestStore extends Store {
  readonly engine: Engine;
  readonly location: StoreLocation;
}

export interface TestEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** A place for a new database, where there is none yet. It is removed after the tests. */
  newLocation(): Promise<StoreLocation>;
  /** A store on a new, empty database, closed after the tests. */
  openTestStore(options?: StoreOptions): Promise<TestStore>;
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function describeOnBothEngines(title: string, tests: (engine: TestEngine) => void): void {
  describe(`${title}, on SQLite`, () => tests(sqlite()));
  describe(`${title}, on PostgreSQL`, () => tests(postgres()));
}

/** SQLite for the tests of the enclosing `describe`. */
export function sqlite(): TestEngine {
  const cleanUp = cleanUpAfterTests();
  return testEngine('SQLite', cleanUp, async () => ({ data: newFolder(cleanUp) }));
}

/** PostgreSQL for the tests of the enclosing `describe`: the one of the whole run, or the one given. */
export function postgres(server: () => string = () => inject('postgres')): TestEngine {
  const cleanUp = cleanUpAfterTests();
  return testEngine('PostgreSQL', cleanUp, async () => ({ databaseUrl: await createDatabase(server()) }));
}

/** A new temporary folder, removed by `cleanUp`. */
function newFolder(cleanUp: CleanUp): string {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-store-'));
  cleanUp(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type CleanUp = (task: () => void | Promise<void>) => void;

/** Takes tasks to do after the tests of the enclosing `describe`, the last one first. */
function cleanUpAfterTests(): CleanUp {
  const tasks: (() => void | Promise<void>)[] = [];
  afterAll(async () => {
    for (const task of tasks.reverse()) await task();
  });
  return (task) => tasks.push(task);
}

function testEngine(
  name: TestEngine['name'],
  cleanUp: CleanUp,
  newLocation: TestEngine['newLocation'],
): TestEngine {
  return {
    name,
    newLocation,
    openTestStore: async (options) => {
      const store = await openTestStore(await newLocation(), options);
      cleanUp(() => store.close());
      return store;
    },
  };
}

/** Opens the store at a place, as `openStore` does. The caller closes it. */
export async function openTestStore(location: StoreLocation, options?: StoreOptions): Promise<TestStore> {
  const engine = await openEngine(location);
  await migrate(engine);
  return { ...storeOn(engine, options), engine, location };
}
