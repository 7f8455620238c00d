import type { LedgerEntry } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import { readSetsOfPlayers } from './player-set.ts';

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
  const sets = await readSetsOfPlayers(session, [{ playerId, gameId }]);
  return sets
    .flatMap(({ set, unlocks }) =>
      set.flatMap(({ id, promoted }) => {
        const entry = unlocks.get(id);
        return entry === undefined ? [] : [{ achievementId: id, promoted, ...entry }];
      }),
    )
    .sort((a, b) => a.achievementId - b.achievementId);
}
