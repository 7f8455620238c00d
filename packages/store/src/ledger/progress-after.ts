import {
  type AchievementFacts,
  awardedAt,
  countsForBeaten,
  type LedgerEntry,
  type Progress,
} from '@laurel/domain';

/** What an unlock makes of a standing. */
export interface Moved {
  readonly progress: Progress;
  /** Whether it may grant that the game is beaten, or make that earlier. All other awards stay as they are. */
  readonly mayBeat: boolean;
}

/**
 * The progress after an unlock, moved from what it was before, where that is enough: where it can neither complete the
 * set nor make that earlier, and the latest unlock is known without the others. It is then what `standingOf`
 * gives of the whole set.
 *
 * @param promotedCount how many promoted achievements the set has
 * @returns undefined where the whole set has to be looked at
 */
export function progressAfter(
  before: Progress,
  achievement: AchievementFacts,
  promotedCount: number,
  from: LedgerEntry | undefined,
  to: LedgerEntry,
): Moved | undefined {
  const unlocks = from === undefined ? 1 : 0;
  const hardcore = to.hardcoreAt !== null && (from?.hardcoreAt ?? null) === null ? 1 : 0;
  if (!achievement.promoted) {
    const progress = {
      ...before,
      unpromoted: before.unpromoted + unlocks,
      unpromotedHardcore: before.unpromotedHardcore + hardcore,
    };
    return { progress, mayBeat: false };
  }
  const achieved = before.achieved + unlocks;
  const movesEarlier = from !== undefined && awardedAt(to) < awardedAt(from);
  if (achieved === promotedCount || movesEarlier) return undefined;
  const progress = {
    ...before,
    achieved,
    score: before.score + unlocks * achievement.points,
    achievedHardcore: before.achievedHardcore + hardcore,
    scoreHardcore: before.scoreHardcore + hardcore * achievement.points,
    lastUnlockAt: Math.max(before.lastUnlockAt ?? awardedAt(to), awardedAt(to)),
  };
  return { progress, mayBeat: countsForBeaten(achievement) };
}
