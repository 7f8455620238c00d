import { type Expression, sql } from 'kysely';
import type { Builder, Session } from '../engine/engine.ts';
import { listStatement } from '../list-statement.ts';
import { statement } from '../statement.ts';

/**
 * The RetroPoints of a player, by game: TrueRatio (RULES.md) of every promoted achievement that they have in
 * hardcore. It costs as much as the player has unlocks. The database adds them up: on PostgreSQL, to read them one
 * by one took this process five times as long.
 *
 * @returns nothing for a game in which they have none
 */
export async function truePointsByGame(session: Session, playerId: number): Promise<Map<number, number>> {
  return byGame(await session.all(addUpAll, { playerId }));
}

/** The same of these games only; it costs as much as they have achievements. */
export async function truePointsIn(
  session: Session,
  playerId: number,
  gameIds: readonly number[],
): Promise<Map<number, number>> {
  // Their ids are asked for first: of one statement about the games, PostgreSQL makes one that reads all unlocks.
  const achievements = await promotedOf(session, gameIds);
  const ids = achievements.map(({ id }) => id);
  return byGame(await addUpOf(session, ids, playerId));
}

/** Adds up what is said of a game more than once. */
function byGame(
  rows: readonly { readonly game_id: number; readonly sum: number | string }[],
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { game_id, sum } of rows) sums.set(game_id, (sums.get(game_id) ?? 0) + Number(sum));
  return sums;
}

/** `trueRatio` of the domain in SQL; wide, since it multiplies players by points. */
const WORTH = sql<number>`case game.players_hardcore when 0 then achievement.points else
  (4 * cast(achievement.points as bigint) * ${atLeastOne('achievement.unlocks_hardcore')}
    + 6 * cast(achievement.points as bigint) * game.players_hardcore)
  / (10 * ${atLeastOne('achievement.unlocks_hardcore')}) end`;

function atLeastOne(column: string) {
  return sql`coalesce(nullif(${sql.ref(column)}, 0), 1)`;
}

function addUp(db: Builder, playerId: Expression<number>) {
  return db
    .selectFrom('unlock')
    .innerJoin('achievement', 'achievement.id', 'unlock.achievement_id')
    .innerJoin('game', 'game.id', 'achievement.game_id')
    .select(['achievement.game_id', sql<number | string>`sum(${WORTH})`.as('sum')])
    .where('unlock.player_id', '=', playerId)
    .where('unlock.hardcore', '=', 1)
    .where('achievement.promoted', '=', 1)
    .groupBy('achievement.game_id');
}

const addUpAll = statement<{ playerId: number }>()((db, slot) => addUp(db, slot('playerId')));

const addUpOf = listStatement((db, achievementIds, playerId) =>
  addUp(db, playerId).where('unlock.achievement_id', 'in', achievementIds),
);

const promotedOf = listStatement((db, gameIds) =>
  db.selectFrom('achievement').select('id').where('game_id', 'in', gameIds).where('promoted', '=', 1),
);
