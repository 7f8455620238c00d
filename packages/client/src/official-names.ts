/** What the official client calls the same things, so that a program changes its import and nothing else. */
import type { Authorization } from './authorization.ts';
import type { AchievementUnlocks, UserCompletionProgress, UserProgress } from './endpoints/index.ts';

export type AuthObject = Authorization;
export type AchievementUnlocksMetadata = AchievementUnlocks;
export type AchievementUnlockEntity = AchievementUnlocks['unlocks'][number];
export type AchievementType = AchievementUnlocks['achievement']['type'];
export type UserProgressEntity = UserProgress[number];
export type UserCompletionProgressEntity = UserCompletionProgress['results'][number];
export type AwardKind = NonNullable<UserCompletionProgressEntity['highestAwardKind']>;

/** For `flags` of `getAchievementDistribution`. */
export const AchievementDistributionFlags = { CoreAchievements: 3, UnofficialAchievements: 5 } as const;
export type AchievementDistributionFlags =
  (typeof AchievementDistributionFlags)[keyof typeof AchievementDistributionFlags];
