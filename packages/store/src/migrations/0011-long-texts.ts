import { type RawBuilder, sql } from 'kysely';
import { type Migration, references, required } from './migration.ts';

/**
 * The rows of games and achievements hold counts, are written with each unlock, and are read for each list; with
 * them went their rich presence scripts and triggers, for which emulators ask, and little else.
 */
export const longTexts: Migration = {
  name: 'triggers and rich presence apart from what is counted',

  async up(session, { text }) {
    const { builder } = session;
    const { schema } = builder;
    const plain = (statement: RawBuilder<unknown>) => ({ compile: () => statement.compile(builder) });
    const steps = [
      schema
        .createTable('rich_presence')
        .addColumn('game_id', 'integer', (column) => references('game')(column).primaryKey())
        .addColumn('script', text, required),
      plain(sql`insert into rich_presence (game_id, script)
        select id, rich_presence from game where rich_presence is not null order by id`),
      schema.alterTable('game').dropColumn('rich_presence'),
      schema
        .createTable('achievement_trigger')
        .addColumn('achievement_id', 'integer', (column) => references('achievement')(column).primaryKey())
        .addColumn('definition', text, required),
      plain(sql`insert into achievement_trigger (achievement_id, definition)
        select id, "trigger" from achievement order by id`),
      schema.alterTable('achievement').dropColumn('trigger'),
    ];
    for (const step of steps) await session.query(step);
  },
};
