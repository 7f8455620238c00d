/** What the official client calls the same things, so that a program changes its import and nothing else. */
import type { Authorization } from './authorization.ts';
import type {
  AchievementUnlocks,
  ConsoleIds,
  GameExtended,
  GameInfoAndUserProgress,
  GameRankAndScore,
  TopTenUsers,
  UserAwards,
  UserCompletedGames,
  UserCompletionProgress,
  UserProgress,
  UserRecentAchievements,
  UserRecentlyPlayedGames,
  UserSummary,
} from './endpoints/index.ts';

/** What there is to say of what exists: answers about games that do not are `{}`. */
type Existing<Answer> = Exclude<Answer, Record<string, never>>;
type Values<Dictionary> = Dictionary[keyof Dictionary];

export type AuthObject = Authorization;
export type AchievementUnlocksMetadata = AchievementUnlocks;
export type AchievementUnlockEntity = AchievementUnlocks['unlocks'][number];
export type AchievementType = AchievementUnlocks['achievement']['type'];
export type UserProgressEntity = UserProgress[number];
export type UserCompletionProgressEntity = UserCompletionProgress['results'][number];
export type AwardKind = NonNullable<UserCompletionProgressEntity['highestAwardKind']>;
export type AwardType = UserAwards['visibleUserAwards'][number]['awardType'];
export type FetchedSystem = ConsoleIds[number];
export type GameExtendedAchievementEntity = Values<Existing<GameExtended>['achievements']>;
export type GameExtendedAchievementEntityWithUserProgress = Values<
  Existing<GameInfoAndUserProgress>['achievements']
>;
export type GameRankAndScoreEntity = GameRankAndScore[number];
export type TopTenUsersEntity = TopTenUsers[number];
export type UserCompletedGame = UserCompletedGames[number];
export type UserRecentAchievement = UserRecentAchievements[number];
export type UserRecentlyPlayedGameEntity = UserRecentlyPlayedGames[number];
export type RecentlyPlayedGameEntity = UserSummary['recentlyPlayed'][number];

/** For `flags` of `getAchievementDistribution`. */
export const AchievementDistributionFlags = { CoreAchievements: 3, UnofficialAchievements: 5 } as const;
export type AchievementDistributionFlags =
  (typeof AchievementDistributionFlags)[keyof typeof AchievementDistributionFlags];
