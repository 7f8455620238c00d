import { sql } from 'kysely';
import { counter, type Migration } from './migration.ts';

/** The games of a system are listed by title, with how much there is in each. */
export const gameLists: Migration = {
  name: 'lists of games',

  async up(session) {
    const { builder } = session;
    const { schema } = builder;
    const steps = [
      schema.alterTable('game').addColumn('leaderboards', 'integer', counter),
      builder.updateTable('game').set((game) => ({
        leaderboards: game
          .selectFrom('leaderboard')
          .select(sql<number>`count(*)`.as('count'))
          .whereRef('leaderboard.game_id', '=', 'game.id'),
      })),
      schema
        .createIndex('game_of_system')
        .on('game')
        .column('system_id')
        // No more of a title than an entry of an index can hold.
        .expression(sql`substr(lower(title), 1, 200)`)
        .column('id'),
      schema.createIndex('achievement_by_modification').on('achievement').columns(['game_id', 'modified_at']),
      schema.dropIndex('game_hash_of_game'),
      schema.createIndex('game_hash_of_game').on('game_hash').columns(['game_id', 'md5']),
    ];
    for (const step of steps) await session.query(step);
  },
};
