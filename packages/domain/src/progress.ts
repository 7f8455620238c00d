import type { AchievementSet } from './catalogue.ts';
import { awardedAt, type LedgerEntry } from './ledger.ts';

/** A player's unlocks in one game, by achievement id. */
export type GameLedger = ReadonlyMap<number, LedgerEntry>;

/** A player's progress in one game (RULES.md, "Progress of a player in a game"). Counts and points. */
export interface Progress {
  readonly achieved: number;
  readonly score: number;
  readonly achievedHardcore: number;
  readonly scoreHardcore: number;
  /** Unpromoted achievements with an S, and with an H: they have a distribution of their own. */
  readonly unpromoted: number;
  readonly unpromotedHardcore: number;
  /** The latest of all S and H on promoted achievements, or null without any. */
  readonly lastUnlockAt: number | null;
}

export const NO_PROGRESS: Progress = {
  achieved: 0,
  score: 0,
  achievedHardcore: 0,
  scoreHardcore: 0,
  unpromoted: 0,
  unpromotedHardcore: 0,
  lastUnlockAt: null,
};

/** The progress that these unlocks make in this set; unlocks of achievements outside the set are ignored. */
export function progressOf(set: AchievementSet, unlocks: GameLedger): Progress {
  const progress = { ...NO_PROGRESS };
  for (const achievement of set) {
    const entry = unlocks.get(achievement.id);
    if (entry === undefined) continue;
    if (!achievement.promoted) {
      progress.unpromoted += 1;
      if (entry.hardcoreAt !== null) progress.unpromotedHardcore += 1;
      continue;
    }
    progress.achieved += 1;
    progress.score += achievement.points;
    if (entry.hardcoreAt !== null) {
      progress.achievedHardcore += 1;
      progress.scoreHardcore += achievement.points;
    }
    // S is never later than H, so the later of the two is H where there is one.
    const at = awardedAt(entry);
    progress.lastUnlockAt = Math.max(progress.lastUnlockAt ?? at, at);
  }
  return progress;
}

/** Points of a player, in one game or summed over all (RULES.md, "Points of a player"). */
export interface Points {
  readonly hardcore: number;
  readonly softcore: number;
}

/** The points that progress in a game adds to its player: softcore points are of what is not hardcore. */
export function pointsOf(progress: Progress): Points {
  return { hardcore: progress.scoreHardcore, softcore: progress.score - progress.scoreHardcore };
}
