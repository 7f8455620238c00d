import type { LedgerEntry } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import { entryOf } from './unlock-rows.ts';

export interface PlayerUnlock extends LedgerEntry {
  readonly achievementId: number;
  readonly promoted: boolean;
}

/** What a player has unlocked in a game, promoted or not, by achievement id. */
export async function playerUnlocks(
  session: Session,
  playerId: number,
  gameId: number,
): Promise<PlayerUnlock[]> {
  const rows = await session.all(unlocksInGame, { playerId, gameId });
  return rows.map((row) => ({
    achievementId: row.achievement_id,
    promoted: row.promoted === 1,
    ...entryOf(row),
  }));
}

const unlocksInGame = statement<{ playerId: number; gameId: number }>()((db, slot) =>
  db
    .selectFrom('unlock')
    .innerJoin('achievement', 'achievement.id', 'unlock.achievement_id')
    .select([
      'unlock.achievement_id',
      'unlock.softcore_at',
      'unlock.awarded_at',
      'unlock.hardcore',
      'achievement.promoted',
    ])
    .where('unlock.player_id', '=', slot('playerId'))
    .where('unlock.game_id', '=', slot('gameId'))
    .orderBy('unlock.achievement_id'),
);
