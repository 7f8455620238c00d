/**
 * What the test uses of the official client. Its own declarations import each other without file extensions,
 * which the compiler does not follow from a module of Node.
 */
declare module '@retroachievements/api' {
  interface Authorization {
    readonly username: string;
    readonly webApiKey: string;
  }

  export function buildAuthorization(options: Authorization): Authorization;

  export const AchievementDistributionFlags: {
    readonly CoreAchievements: 3;
    readonly UnofficialAchievements: 5;
  };

  export function getUserProgress(
    authorization: Authorization,
    payload: { username: string; gameIds: readonly number[] },
  ): Promise<Record<string, Record<string, number>>>;

  export function getAchievementDistribution(
    authorization: Authorization,
    payload: { gameId: number; hardcore?: boolean; flags?: 3 | 5 },
  ): Promise<Record<string, number>>;

  export function getTopTenUsers(
    authorization: Authorization,
  ): Promise<{ username: string; totalPoints: number; totalRatioPoints: number }[]>;

  export function getUserCompletedGames(
    authorization: Authorization,
    payload: { username: string },
  ): Promise<object[]>;

  export function getGame(authorization: Authorization, payload: { gameId: number }): Promise<object>;

  export function getGameExtended(
    authorization: Authorization,
    payload: { gameId: number; isRequestingUnofficialAchievements?: boolean },
  ): Promise<object>;

  export function getGameHashes(
    authorization: Authorization,
    payload: { gameId: number },
  ): Promise<{ readonly results: readonly object[] }>;

  export function getGameList(
    authorization: Authorization,
    payload: {
      consoleId: number;
      shouldOnlyRetrieveGamesWithAchievements?: boolean;
      shouldRetrieveGameHashes?: boolean;
    },
  ): Promise<readonly object[]>;

  export function getConsoleIds(
    authorization: Authorization,
    payload?: { shouldOnlyRetrieveActiveSystems: boolean; shouldOnlyRetrieveGameSystems: boolean },
  ): Promise<readonly object[]>;

  export function getAchievementUnlocks(
    authorization: Authorization,
    payload: { achievementId: number; offset?: number; count?: number },
  ): Promise<{ readonly achievement: object; readonly unlocks: readonly object[] }>;

  export function getUserCompletionProgress(
    authorization: Authorization,
    payload: { username: string; offset?: number; count?: number },
  ): Promise<{ readonly count: number; readonly total: number; readonly results: readonly object[] }>;

  export function getUserPoints(authorization: Authorization, payload: { username: string }): Promise<object>;

  export function getUserProfile(
    authorization: Authorization,
    payload: { username: string },
  ): Promise<object>;

  export function getUserSummary(
    authorization: Authorization,
    payload: { username: string; recentGamesCount?: number; recentAchievementsCount?: number },
  ): Promise<object>;

  export function getUserRecentAchievements(
    authorization: Authorization,
    payload: { username: string; recentMinutes?: number },
  ): Promise<readonly object[]>;

  export function getUserRecentlyPlayedGames(
    authorization: Authorization,
    payload: { username: string; offset?: number; count?: number },
  ): Promise<readonly object[]>;

  export function getUserAwards(
    authorization: Authorization,
    payload: { username: string },
  ): Promise<{ readonly visibleUserAwards: readonly object[] }>;

  export function getRecentGameAwards(
    authorization: Authorization,
    payload?: {
      startDate?: string;
      offset?: number;
      count?: number;
      desiredAwardKinds?: ('beaten-softcore' | 'beaten-hardcore' | 'completed' | 'mastered')[];
    },
  ): Promise<{ readonly count: number; readonly total: number; readonly results: readonly object[] }>;

  export function getGameRankAndScore(
    authorization: Authorization,
    payload: { gameId: number; type: 'latest-masters' | 'high-scores' },
  ): Promise<readonly object[]>;

  export function getGameInfoAndUserProgress(
    authorization: Authorization,
    payload: { gameId: number; username: string; shouldIncludeHighestAwardMetadata?: boolean },
  ): Promise<object>;
}
