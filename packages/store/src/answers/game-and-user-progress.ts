import type { AwardKind, LedgerEntry } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import { playerUnlocks } from '../ledger/player-unlocks.ts';
import { awardKind, findStanding } from '../ledger/standing-rows.ts';
import type { PlayerIdentifier } from '../players.ts';
import { type GameExtended, gameExtended } from './game-extended.ts';

/** A game with its promoted set, and how far a player is in it. */
export interface GameAndUserProgress extends Omit<GameExtended, 'achievements'> {
  readonly achieved: number;
  readonly achievedHardcore: number;
  readonly highestAward: { readonly kind: AwardKind; readonly at: number } | null;
  readonly achievements: readonly (GameExtended['achievements'][number] & {
    /** When the player unlocked it in each mode; null where they have not. */
    readonly unlock: LedgerEntry | null;
  })[];
}

/**
 * The game with its promoted set and the player's progress in it; undefined where there is no such game or
 * player. It costs as much as the set is large.
 */
export async function gameAndUserProgress(
  session: Session,
  facts: Facts,
  gameId: number,
  player: PlayerIdentifier,
): Promise<GameAndUserProgress | undefined> {
  const found = await facts.player(player);
  if (found === undefined) return undefined;
  const game = await gameExtended(session, gameId, { promoted: true });
  if (game === undefined) return undefined;
  const standing = await session.first(findStanding, { playerId: found.id, gameId });
  const unlocks = new Map(
    (await playerUnlocks(session, found.id, gameId)).map((unlock) => [unlock.achievementId, unlock]),
  );
  return {
    ...game,
    achieved: standing?.achieved ?? 0,
    achievedHardcore: standing?.achieved_hardcore ?? 0,
    highestAward:
      standing === undefined || standing.award_kind === null || standing.award_at === null
        ? null
        : { kind: awardKind(standing.award_kind), at: standing.award_at },
    achievements: game.achievements.map((achievement) => ({
      ...achievement,
      unlock: unlocks.get(achievement.id) ?? null,
    })),
  };
}
