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

  export function getAchievementUnlocks(
    authorization: Authorization,
    payload: { achievementId: number; offset?: number; count?: number },
  ): Promise<{ readonly achievement: object; readonly unlocks: readonly object[] }>;

  export function getUserCompletionProgress(
    authorization: Authorization,
    payload: { username: string; offset?: number; count?: number },
  ): Promise<{ readonly count: number; readonly total: number; readonly results: readonly object[] }>;
}
