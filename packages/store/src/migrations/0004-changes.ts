import { sql } from 'kysely';
import { LEDGER_INDEXES } from './ledger-indexes.ts';
import type { Migration } from './migration.ts';

/** Servers remember players and games, and are told when to forget them; a completion progress is read from its index. */
export const changes: Migration = {
  name: 'notes of changes, and a wider index of the completion progress',

  async up(session, { name }) {
    const { schema } = session.builder;
    const change = schema.createTable('change');
    const steps =
      name === 'sqlite'
        ? [
            change
              .addColumn('id', 'integer', (column) => column.primaryKey())
              .addColumn('player_id', 'integer'),
          ]
        : [
            change
              .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
              .addColumn('player_id', 'integer')
              .addColumn('made_by', sql`xid8`, (column) =>
                column.notNull().defaultTo(sql`pg_current_xact_id()`),
              ),
            schema.createIndex('change_made_by').on('change').column('made_by'),
          ];
    for (const step of steps) await session.query(step);
    await session.query(schema.dropIndex('completion_progress'));
    await session.query(LEDGER_INDEXES.completion_progress(schema));
  },
};
