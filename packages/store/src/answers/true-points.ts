import { trueRatio } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/**
 * The RetroPoints of a player: TrueRatio (RULES.md) of every promoted achievement that they have in hardcore, as
 * it is now. Any unlock of anybody may change it, so it is not kept; it costs as much as the player has unlocks.
 */
export async function truePoints(session: Session, playerId: number): Promise<number> {
  let sum = 0;
  for (const row of await session.all(listWorths, { playerId })) {
    sum += trueRatio(row.points, row.players_hardcore, row.unlocks_hardcore);
  }
  return sum;
}

const listWorths = statement<{ playerId: number }>()((db, slot) =>
  db
    .selectFrom('unlock')
    .innerJoin('achievement', 'achievement.id', 'unlock.achievement_id')
    .innerJoin('game', 'game.id', 'achievement.game_id')
    .select(['achievement.points', 'achievement.unlocks_hardcore', 'game.players_hardcore'])
    .where('unlock.player_id', '=', slot('playerId'))
    .where('unlock.hardcore', '=', 1)
    .where('achievement.promoted', '=', 1),
);
