import { type AchievementFacts, awardedAt, type LedgerEntry, type Progress } from '@laurel/domain';

/**
 * The progress after an unlock, moved from what it was before, where that is enough: where it can neither grant
 * an award nor make one earlier, and the latest unlock is known without the others. It is then what `standingOf`
 * gives of the whole set, and the awards stay as they are.
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
): Progress | undefined {
  const unlocks = from === undefined ? 1 : 0;
  const hardcore = to.hardcoreAt !== null && (from?.hardcoreAt ?? null) === null ? 1 : 0;
  if (!achievement.promoted) {
    return {
      ...before,
      unpromoted: before.unpromoted + unlocks,
      unpromotedHardcore: before.unpromotedHardcore + hardcore,
    };
  }
  const { kind, points } = achievement;
  const achieved = before.achieved + unlocks;
  const countsForBeaten = kind === 'progression' || kind === 'win_condition';
  const movesEarlier = from !== undefined && awardedAt(to) < awardedAt(from);
  if (countsForBeaten || achieved === promotedCount || movesEarlier) return undefined;
  return {
    ...before,
    achieved,
    score: before.score + unlocks * points,
    achievedHardcore: before.achievedHardcore + hardcore,
    scoreHardcore: before.scoreHardcore + hardcore * points,
    lastUnlockAt: Math.max(before.lastUnlockAt ?? awardedAt(to), awardedAt(to)),
  };
}
