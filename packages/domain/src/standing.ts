import { type Awards, awardsEarned, highestAward, mergeAwards } from './awards.ts';
import type { AchievementSet } from './catalogue.ts';
import { type GameLedger, type Progress, progressOf } from './progress.ts';

/** Everything derived for one player in one game. */
export interface Standing {
  readonly progress: Progress;
  readonly awards: Awards;
}

/**
 * The standing that follows from the ledger, the set and the awards held so far.
 *
 * @param masteryMinimum see {@link awardsEarned}
 */
export function standingOf(
  set: AchievementSet,
  unlocks: GameLedger,
  held: Awards,
  masteryMinimum?: number,
): Standing {
  return {
    progress: progressOf(set, unlocks),
    awards: mergeAwards(held, awardsEarned(set, unlocks, masteryMinimum)),
  };
}

/**
 * Where a game stands in the completion progress of its player, `MostRecentAwardedDate`: the latest unlock
 * of a promoted achievement, else the time of the highest award; null when the game is not listed
 * (RULES.md, "Completion progress of a player").
 */
export function listedAt(standing: Standing): number | null {
  return standing.progress.lastUnlockAt ?? highestAward(standing.awards)?.at ?? null;
}
