import { type Compilable, type SchemaModule, sql } from 'kysely';

/**
 * The indexes that are kept over the ledger and the standings, and what makes them. The first import takes
 * them away and makes them again at its end: sorted once, that takes a fraction of the time. Where one of them
 * changes, a new migration makes it anew.
 */
export const LEDGER_INDEXES = {
  /** Covers an unlock list, in its order. */
  unlock_list: (schema) =>
    schema
      .createIndex('unlock_list')
      .on('unlock')
      .columns(['achievement_id', 'awarded_at desc', 'player_id desc', 'hardcore'])
      .where(sql.ref('tracked'), '=', sql.lit(1)),
  /** The standings in a game, the highest score first, then who got there first. */
  player_game_of_game: (schema) =>
    schema
      .createIndex('player_game_of_game')
      .on('player_game')
      .columns(['game_id', 'score_hardcore desc', 'last_unlock_at', 'player_id']),
  /** Covers a player's completion progress, in its order. */
  completion_progress: (schema) =>
    schema
      .createIndex('completion_progress')
      .on('player_game')
      .columns([
        'player_id',
        'listed_at desc',
        'game_id',
        'achieved',
        'achieved_hardcore',
        'award_kind',
        'award_at',
      ])
      .where(sql.ref('listed_at'), 'is not', null),
  /** Covers the newest awards of a kind, in the order of their list. */
  award_by_time: (schema) =>
    schema
      .createIndex('award_by_time')
      .on('award')
      .columns(['kind', 'at desc', 'player_id desc', 'game_id desc'])
      .where(sql.ref('listed'), '=', sql.lit(1)),
} as const satisfies Record<string, (schema: SchemaModule) => Compilable<unknown>>;
