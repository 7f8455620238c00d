import { sql } from 'kysely';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/**
 * The RetroPoints of a player: TrueRatio (RULES.md) of every promoted achievement that they have in hardcore, as
 * it is now. Any unlock of anybody may change it, so it is not kept; it costs as much as the player has unlocks. The
 * database adds it up: on PostgreSQL, to read them one by one took this process five times as long.
 */
export async function truePoints(session: Session, playerId: number): Promise<number> {
  const row = await session.first(addUpWorths, { playerId });
  return Number(row?.sum);
}

/** `trueRatio` of the domain in SQL; wide, since it multiplies players by points. */
const WORTH = sql<number>`case game.players_hardcore when 0 then achievement.points else
  (4 * cast(achievement.points as bigint) * ${atLeastOne('achievement.unlocks_hardcore')}
    + 6 * cast(achievement.points as bigint) * game.players_hardcore)
  / (10 * ${atLeastOne('achievement.unlocks_hardcore')}) end`;

function atLeastOne(column: string) {
  return sql`coalesce(nullif(${sql.ref(column)}, 0), 1)`;
}

const addUpWorths = statement<{ playerId: number }>()((db, slot) =>
  db
    .selectFrom('unlock')
    .innerJoin('achievement', 'achievement.id', 'unlock.achievement_id')
    .innerJoin('game', 'game.id', 'achievement.game_id')
    .select(sql<number | string>`coalesce(sum(${WORTH}), 0)`.as('sum'))
    .where('unlock.player_id', '=', slot('playerId'))
    .where('unlock.hardcore', '=', 1)
    .where('achievement.promoted', '=', 1),
);
