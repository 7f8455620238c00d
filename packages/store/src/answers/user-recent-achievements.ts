import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';
import { unlocksByGame } from './player-unlocks-by-game.ts';
import { type ShortUnlock, showUnlocks, type UnlockShown } from './player-unlocks-in.ts';

/** How many there are at most. */
const LONGEST = 500;

/**
 * What a player has unlocked since a time, newest first, at most the newest 500; nothing for a player who does
 * not exist. It looks through the games with an unlock since then, from the newest on, until there are enough:
 * it costs as much as was unlocked in that time, and no more than for 500.
 */
export async function userRecentAchievements(
  session: Session,
  facts: Facts,
  identifier: PlayerIdentifier,
  since: number,
): Promise<UnlockShown[]> {
  const player = await facts.player(identifier);
  if (player === undefined) return [];
  return showUnlocks(session, await newestUnlocks(session, player.id, Math.max(since, 0)));
}

async function newestUnlocks(session: Session, playerId: number, since: number): Promise<ShortUnlock[]> {
  let newest: ShortUnlock[] = [];
  for await (const { unlocks, left } of unlocksByGame(session, playerId, since)) {
    newest = [...newest, ...unlocks]
      .sort((a, b) => b.awardedAt - a.awardedAt || a.achievementId - b.achievementId)
      .slice(0, LONGEST);
    const oldest = newest.at(LONGEST - 1);
    if (oldest !== undefined && oldest.awardedAt > left) break;
  }
  return newest;
}
