import type { GrantedAward } from './model-awards.ts';

/** What the model says of an achievement: counts, TrueRatio, and its unlock list, newest first. */
export interface ModelUnlocks {
  readonly unlocksCount: number;
  readonly unlocksHardcoreCount: number;
  readonly totalPlayers: number;
  readonly trueRatio: number;
  readonly unlocks: readonly {
    readonly username: string;
    readonly pointsHardcore: number;
    readonly pointsSoftcore: number;
    readonly awardedAt: number;
    readonly hardcore: boolean;
  }[];
}

/** What the model says of a player in a game. Counts and points. */
export interface ModelProgress {
  readonly gameId: number;
  readonly possibleAchievements: number;
  readonly possibleScore: number;
  readonly achieved: number;
  readonly score: number;
  readonly achievedHardcore: number;
  readonly scoreHardcore: number;
}

/** One row of the completion progress of a player. */
export interface ModelCompletion {
  readonly gameId: number;
  readonly maxPossible: number;
  readonly achieved: number;
  readonly achievedHardcore: number;
  readonly lastAwardedAt: number;
  readonly highestAward: GrantedAward | null;
}

/** An unlock in the list of all players. */
export interface ModelRecentUnlock {
  readonly username: string;
  readonly achievementId: number;
  readonly awardedAt: number;
  readonly hardcore: boolean;
}
