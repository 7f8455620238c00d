import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openTestStore, postgres } from '../../testing/both-engines.ts';
import { GAME, SYSTEM } from '../../testing/records.ts';
import { openEngine } from '../open.ts';

const database = postgres();

it('gives a connection back as it was when a look cannot begin', async () => {
  const location = await database.newLocation();
  const store = await openTestStore(location);
  await store.importWorld([SYSTEM, GAME], 0);
  const { session } = store.engine;
  const run = (step: ReturnType<typeof sql>) =>
    session.query({ compile: () => step.compile(session.builder) });
  // Whoever connects from now on asks this function for the revision, and no longer PostgreSQL's own.
  await run(sql`create table failure (snapshot text)`);
  await run(sql`create function public.pg_current_snapshot() returns pg_snapshot language sql as
    'select coalesce((select snapshot from failure)::pg_snapshot, pg_catalog.pg_current_snapshot())'`);
  await run(
    sql`do 'begin execute format(''alter database %I set search_path = public, pg_catalog'', current_database()); end'`,
  );

  const engine = await openEngine(location);
  await run(sql`insert into failure values ('no snapshot')`);
  await expect(engine.look(async () => 'looked')).rejects.toThrow('no snapshot');
  await run(sql`delete from failure`);
  expect(await engine.write(async () => 'written')).toBe('written');
  expect(await engine.look(async () => 'looked')).toBe('looked');
  await engine.close();
  await store.close();
});
