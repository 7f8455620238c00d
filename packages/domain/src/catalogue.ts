/**
 * What is there to play: systems, games and their achievements. Times are whole seconds since 1970 (UTC).
 * The words are those of RULES.md.
 */

export type AchievementKind = 'progression' | 'win_condition' | 'missable';

/** What the rules need to know of an achievement. */
export interface AchievementFacts {
  readonly id: number;
  readonly points: number;
  readonly kind: AchievementKind | null;
  /** Promoted ("official", API flag 3) achievements count towards progress; unpromoted ones (flag 5) do not. */
  readonly promoted: boolean;
}

/** Every achievement of one game, promoted or not. */
export type AchievementSet = readonly AchievementFacts[];
