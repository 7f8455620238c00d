import { startOfDay } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';
import { unlocksByGame } from './player-unlocks-by-game.ts';

/** A day (UTC) on which a player has unlocked promoted achievements, each counted once, as of when it was awarded. */
export interface ActiveDay {
  /** Its first second, in seconds since 1970. */
  readonly at: number;
  readonly achieved: number;
  /** Those of them that are in hardcore. */
  readonly achievedHardcore: number;
}

/**
 * The newest days on which a player has unlocked something, newest first, at most so many; nothing for a player
 * who does not exist. It looks through the games, those with the latest unlock first, until none that is left can
 * add to these days: it costs as much as the sets of the games played since the oldest of them.
 */
export async function userActivity(
  session: Session,
  facts: Facts,
  identifier: PlayerIdentifier,
  count: number,
): Promise<ActiveDay[]> {
  const player = await facts.player(identifier);
  if (player === undefined) return [];
  const days = new Map<number, ActiveDay>();
  for await (const { unlocks, left } of unlocksByGame(session, player.id, 0)) {
    for (const { awardedAt, hardcore } of unlocks) {
      const at = startOfDay(awardedAt);
      const { achieved, achievedHardcore } = days.get(at) ?? { achieved: 0, achievedHardcore: 0 };
      days.set(at, {
        at,
        achieved: achieved + 1,
        achievedHardcore: achievedHardcore + (hardcore ? 1 : 0),
      });
    }
    // A day is whole once all that is left is older.
    const whole = [...days.keys()].filter((at) => at > left);
    if (whole.length >= count) break;
  }
  return [...days.values()].sort((a, b) => b.at - a.at).slice(0, count);
}
