import { type ExpressionBuilder, sql } from 'kysely';
import type { WriteSession } from '../engine/engine.ts';
import type { Schema } from '../schema.ts';
import { statement } from '../statement.ts';

/**
 * Counts anew for the touched games: the size of the set, and the unlocks of each achievement. This is the one
 * place that counts over the ledger, after an import; reads find the numbers ready.
 */
export async function deriveCounters(session: WriteSession): Promise<void> {
  await session.all(deriveSetSizes, {});
  await session.all(deriveUnlockCounts, {});
}

type From<Table extends keyof Schema> = ExpressionBuilder<Schema, Table>;

/** The games whose numbers are counted anew. */
const TOUCHED_GAMES = sql<number>`(select touched_game.game_id from touched_game)`;

const deriveSetSizes = statement<object>()((db) =>
  db
    .updateTable('game')
    .set((game) => ({
      promoted_count: setSum(game, 1, sql.lit(1)),
      promoted_points: setSum(game, 1, sql.ref('achievement.points')),
      unpromoted_count: setSum(game, 0, sql.lit(1)),
    }))
    .where('id', 'in', TOUCHED_GAMES),
);

function setSum(
  game: From<'game'>,
  promoted: 0 | 1,
  value: ReturnType<typeof sql.lit<number>> | ReturnType<typeof sql.ref<number>>,
) {
  return game
    .selectFrom('achievement')
    .select(sql<number>`coalesce(sum(${value}), 0)`.as('sum'))
    .whereRef('achievement.game_id', '=', 'game.id')
    .where('achievement.promoted', '=', sql.lit(promoted));
}

const deriveUnlockCounts = statement<object>()((db) =>
  db
    .updateTable('achievement')
    .set((achievement) => ({
      unlocks: trackedUnlocks(achievement, sql<number>`count(*)`),
      unlocks_hardcore: trackedUnlocks(achievement, sql<number>`coalesce(sum(unlock.hardcore), 0)`),
    }))
    .where('game_id', 'in', TOUCHED_GAMES),
);

function trackedUnlocks(achievement: From<'achievement'>, value: ReturnType<typeof sql<number>>) {
  return achievement
    .selectFrom('unlock')
    .select(value.as('value'))
    .whereRef('unlock.achievement_id', '=', 'achievement.id')
    .where('unlock.tracked', '=', sql.lit(1));
}
