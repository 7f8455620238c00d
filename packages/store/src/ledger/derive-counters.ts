import { type ExpressionBuilder, sql } from 'kysely';
import type { WriteSession } from '../engine/engine.ts';
import type { PlayerGameTable, Schema } from '../schema.ts';
import { statement } from '../statement.ts';

/**
 * Counts anew for the games and players in the touched tables: sizes of sets, unlocks of achievements,
 * players, distributions, and the points of players. This is the one place that counts over the ledger,
 * after an import; reads find the numbers ready.
 */
export async function deriveCounters(session: WriteSession): Promise<void> {
  await session.all(deriveGames, {});
  await session.all(deriveAchievements, {});
  await session.all(deleteDistributions, {});
  for (const count of deriveDistributions) await session.all(count, {});
  await session.all(derivePlayers, {});
}

type From<Table extends keyof Schema> = ExpressionBuilder<Schema, Table>;

/** The games whose numbers are counted anew. */
const TOUCHED_GAMES = sql<number>`(select touched_game.game_id from touched_game)`;

const deriveGames = statement<object>()((db) =>
  db
    .updateTable('game')
    .set((game) => ({
      promoted_count: setSum(game, 1, sql.lit(1)),
      promoted_points: setSum(game, 1, sql.ref('achievement.points')),
      unpromoted_count: setSum(game, 0, sql.lit(1)),
      players: trackedPlayers(game, 'achieved'),
      players_hardcore: trackedPlayers(game, 'achieved_hardcore'),
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

function trackedPlayers(game: From<'game'>, column: 'achieved' | 'achieved_hardcore') {
  return game
    .selectFrom('player_game')
    .innerJoin('player', 'player.id', 'player_game.player_id')
    .select(sql<number>`count(*)`.as('count'))
    .whereRef('player_game.game_id', '=', 'game.id')
    .where(`player_game.${column}`, '>', sql.lit(0))
    .where('player.untracked', '=', sql.lit(0));
}

const deriveAchievements = statement<object>()((db) =>
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

const deleteDistributions = statement<object>()((db) =>
  db.deleteFrom('distribution').where('game_id', 'in', TOUCHED_GAMES),
);

const deriveDistributions = [
  deriveDistribution('achieved', { promoted: 1, hardcore: 0 }),
  deriveDistribution('achieved_hardcore', { promoted: 1, hardcore: 1 }),
  deriveDistribution('unpromoted', { promoted: 0, hardcore: 0 }),
  deriveDistribution('unpromoted_hardcore', { promoted: 0, hardcore: 1 }),
];

function deriveDistribution(
  column: 'achieved' | 'achieved_hardcore' | 'unpromoted' | 'unpromoted_hardcore',
  { promoted, hardcore }: { promoted: 0 | 1; hardcore: 0 | 1 },
) {
  const achieved = `player_game.${column}` as const satisfies `player_game.${keyof PlayerGameTable}`;
  return statement<object>()((db) =>
    db
      .insertInto('distribution')
      .columns(['game_id', 'promoted', 'hardcore', 'achieved', 'players'])
      .expression((from) =>
        from
          .selectFrom('player_game')
          .innerJoin('player', 'player.id', 'player_game.player_id')
          .select([
            'player_game.game_id',
            sql.lit(promoted).as('promoted'),
            sql.lit(hardcore).as('hardcore'),
            achieved,
            sql<number>`count(*)`.as('players'),
          ])
          .where('player_game.game_id', 'in', TOUCHED_GAMES)
          .where(achieved, '>', sql.lit(0))
          .where('player.untracked', '=', sql.lit(0))
          .groupBy(['player_game.game_id', achieved]),
      ),
  );
}

const derivePlayers = statement<object>()((db) =>
  db
    .updateTable('player')
    .set((player) => ({
      points_hardcore: standingSum(player, sql<number>`player_game.score_hardcore`),
      points_softcore: standingSum(player, sql<number>`player_game.score - player_game.score_hardcore`),
      games_listed: standingSum(
        player,
        sql<number>`case when player_game.listed_at is null then 0 else 1 end`,
      ),
    }))
    .where('id', 'in', (from) => from.selectFrom('touched_standing').select('player_id').distinct()),
);

function standingSum(player: From<'player'>, value: ReturnType<typeof sql<number>>) {
  return player
    .selectFrom('player_game')
    .select(sql<number>`coalesce(sum(${value}), 0)`.as('sum'))
    .whereRef('player_game.player_id', '=', 'player.id');
}
