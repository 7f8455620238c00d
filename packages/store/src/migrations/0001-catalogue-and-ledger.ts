import { LEDGER_INDEXES } from './ledger-indexes.ts';
import { counter, type Migration, references, required } from './migration.ts';

export const catalogueAndLedger: Migration = {
  name: 'the catalogue, the ledger and what is derived from it',

  async up(session, { clustered, text, wideInteger }) {
    const { schema } = session.builder;

    const catalogue = [
      schema
        .createTable('system')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('name', text, required)
        .addColumn('active', 'integer', required)
        .addColumn('icon_url', text),
      schema
        .createTable('game')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('system_id', 'integer', references('system'))
        .addColumn('title', text, required)
        .addColumn('icon', text)
        .addColumn('image_title', text)
        .addColumn('image_ingame', text)
        .addColumn('image_box_art', text)
        .addColumn('publisher', text)
        .addColumn('developer', text)
        .addColumn('genre', text)
        .addColumn('released', text)
        .addColumn('rich_presence', text)
        .addColumn('promoted_count', 'integer', counter)
        .addColumn('promoted_points', 'integer', counter)
        .addColumn('unpromoted_count', 'integer', counter)
        .addColumn('players', 'integer', counter)
        .addColumn('players_hardcore', 'integer', counter),
      schema
        .createTable('game_hash')
        .addColumn('md5', text, (column) => column.primaryKey())
        .addColumn('game_id', 'integer', references('game'))
        .addColumn('name', text)
        .addColumn('labels', text),
      schema.createIndex('game_hash_of_game').on('game_hash').column('game_id'),
      schema
        .createTable('achievement')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('game_id', 'integer', references('game'))
        .addColumn('title', text, required)
        .addColumn('description', text, required)
        .addColumn('points', 'integer', required)
        .addColumn('kind', text)
        .addColumn('promoted', 'integer', required)
        .addColumn('author', text, required)
        .addColumn('author_key', text, required)
        .addColumn('badge', text, required)
        .addColumn('trigger', text, required)
        .addColumn('sort_order', 'integer', required)
        .addColumn('created_at', 'integer', required)
        .addColumn('modified_at', 'integer', required)
        .addColumn('unlocks', 'integer', counter)
        .addColumn('unlocks_hardcore', 'integer', counter),
      schema.createIndex('achievement_of_game').on('achievement').columns(['game_id', 'sort_order', 'id']),
      schema
        .createTable('leaderboard')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('game_id', 'integer', references('game'))
        .addColumn('title', text, required)
        .addColumn('description', text, required)
        .addColumn('format', text, required)
        .addColumn('lower_is_better', 'integer', required)
        .addColumn('definition', text, required)
        .addColumn('sort_order', 'integer', required),
      schema.createIndex('leaderboard_of_game').on('leaderboard').columns(['game_id', 'sort_order', 'id']),
      schema
        .createTable('player')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('name', text, required)
        .addColumn('name_key', text, (column) => column.notNull().unique())
        .addColumn('ulid', text, (column) => column.notNull().unique())
        .addColumn('joined_at', 'integer', required)
        .addColumn('motto', text, required)
        .addColumn('untracked', 'integer', required)
        .addColumn('points_hardcore', 'integer', counter)
        .addColumn('points_softcore', 'integer', counter)
        .addColumn('games_listed', 'integer', counter),
    ];

    // The ledger has no foreign keys: it is written only by code that has just read both ends in the same
    // transaction, and neither players nor achievements are ever deleted.
    const ledger = [
      schema
        .createTable('unlock')
        .addColumn('player_id', 'integer', required)
        .addColumn('game_id', 'integer', required)
        .addColumn('achievement_id', 'integer', required)
        .addColumn('softcore_at', 'integer', required)
        .addColumn('awarded_at', 'integer', required)
        .addColumn('hardcore', 'integer', required)
        .addColumn('tracked', 'integer', required)
        .addPrimaryKeyConstraint('unlock_key', ['player_id', 'game_id', 'achievement_id'])
        .modifyEnd(clustered),
      LEDGER_INDEXES.unlock_list(schema),
      schema
        .createTable('award')
        .addColumn('player_id', 'integer', required)
        .addColumn('game_id', 'integer', required)
        .addColumn('kind', text, required)
        .addColumn('at', 'integer', required)
        .addPrimaryKeyConstraint('award_key', ['player_id', 'game_id', 'kind'])
        .modifyEnd(clustered),
      schema
        .createTable('score')
        .addColumn('leaderboard_id', 'integer', required)
        .addColumn('player_id', 'integer', required)
        .addColumn('at', 'integer', required)
        .addColumn('value', wideInteger, required)
        .addPrimaryKeyConstraint('score_key', ['leaderboard_id', 'player_id', 'at', 'value'])
        .modifyEnd(clustered),
    ];

    const derived = [
      schema
        .createTable('player_game')
        .addColumn('player_id', 'integer', required)
        .addColumn('game_id', 'integer', required)
        .addColumn('achieved', 'integer', required)
        .addColumn('score', 'integer', required)
        .addColumn('achieved_hardcore', 'integer', required)
        .addColumn('score_hardcore', 'integer', required)
        .addColumn('unpromoted', 'integer', required)
        .addColumn('unpromoted_hardcore', 'integer', required)
        .addColumn('last_unlock_at', 'integer')
        .addColumn('award_kind', text)
        .addColumn('award_at', 'integer')
        .addColumn('listed_at', 'integer')
        .addPrimaryKeyConstraint('player_game_key', ['player_id', 'game_id'])
        .modifyEnd(clustered),
      LEDGER_INDEXES.player_game_of_game(schema),
      LEDGER_INDEXES.completion_progress(schema),
      schema
        .createTable('distribution')
        .addColumn('game_id', 'integer', required)
        .addColumn('promoted', 'integer', required)
        .addColumn('hardcore', 'integer', required)
        .addColumn('achieved', 'integer', required)
        .addColumn('players', 'integer', required)
        .addPrimaryKeyConstraint('distribution_key', ['game_id', 'promoted', 'hardcore', 'achieved'])
        .modifyEnd(clustered),
    ];

    for (const step of [...catalogue, ...ledger, ...derived]) await session.query(step);
  },
};
