import type { AchievementKind } from '@laurel/domain';

/** An achievement before it has an id. */
export interface AchievementPlan {
  readonly title: string;
  readonly description: string;
  readonly points: number;
  readonly kind: AchievementKind | null;
  /** About how many of the game's players get it, from 0 to 1. */
  readonly reach: number;
}
