import type { AchievementSet, GameLedger, LedgerEntry } from '@laurel/domain';
import { achievementFacts } from '../catalogue/achievement-set.ts';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import type { StandingKey } from './standing-rows.ts';
import { entryIfAny } from './unlock-rows.ts';

/** The set of a game, each achievement with the player's unlock, if there is one. */
export const findSetOfPlayer = statement<StandingKey>()((db, slot) =>
  db
    .selectFrom('achievement')
    .leftJoin('unlock', (join) =>
      join
        .onRef('unlock.achievement_id', '=', 'achievement.id')
        .on('unlock.player_id', '=', slot('playerId')),
    )
    .select([
      'achievement.id',
      'achievement.points',
      'achievement.kind',
      'achievement.promoted',
      'unlock.softcore_at',
      'unlock.awarded_at',
      'unlock.hardcore',
    ])
    .where('achievement.game_id', '=', slot('gameId')),
);

/** A set, and what a player has unlocked of it. */
export interface SetOfPlayer {
  readonly set: AchievementSet;
  readonly unlocks: GameLedger;
}

/** The set of each of these games, with what the player has of it. */
export async function readSetsOfPlayers(
  session: Session,
  keys: readonly StandingKey[],
): Promise<SetOfPlayer[]> {
  return (await session.each(findSetOfPlayer, keys)).map((rows) => {
    const unlocks = new Map<number, LedgerEntry>();
    for (const row of rows) {
      const entry = entryIfAny(row);
      if (entry !== undefined) unlocks.set(row.id, entry);
    }
    return { set: rows.map(achievementFacts), unlocks };
  });
}
