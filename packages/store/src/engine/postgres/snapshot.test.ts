import { sql } from 'kysely';
import pg from 'pg';
import { expect, inject, it, vi } from 'vitest';
import { StatementCache, statement } from '../../statement.ts';
import { postgresBuilder } from '../builder.ts';
import { BEGIN_READ, Snapshot } from './snapshot.ts';
import { StatementsTogether } from './together.ts';

const byName = statement<{ name: string }>()((db, slot) => ({
  compile: () =>
    sql<{ datname: string }>`select datname from pg_database where datname = ${slot('name')}`.compile(db),
}));

it('sends one statement for what is asked for at once, before the end', async () => {
  const pool = new pg.Pool({ connectionString: inject('postgres'), pipeline: true });
  const client = await pool.connect();
  await client.query(BEGIN_READ);
  const query = vi.spyOn(client, 'query');
  const builder = postgresBuilder();
  const snapshot = new Snapshot({
    client,
    builder,
    statements: new StatementCache(builder),
    together: new StatementsTogether(builder),
    inWords: (error) => error,
  });
  const names = ['postgres', 'nobody', 'template1'];
  const found = await Promise.all(names.map((name) => snapshot.all(byName, { name })));
  await snapshot.end();
  client.release();
  await pool.end();
  expect(found).toEqual([[{ datname: 'postgres' }], [], [{ datname: 'template1' }]]);
  expect(query.mock.calls).toHaveLength(2);
});
