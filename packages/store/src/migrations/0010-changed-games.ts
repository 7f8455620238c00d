import type { Migration } from './migration.ts';

/** RetroPoints were added up anew after each unlock of anybody: the ten players of the home page took 40 ms. */
export const changedGames: Migration = {
  name: 'notes of changes, with the game that an unlock is of',

  async up(session) {
    await session.query(session.builder.schema.alterTable('change').addColumn('game_id', 'integer'));
  },
};
