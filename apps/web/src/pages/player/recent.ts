import { getUserRecentAchievements } from '@laurel/client';
import { queryOptions } from '@tanstack/react-query';
import { authorization } from '../../data/session.ts';

/** How far back the calendar goes: half a year. */
export const WEEKS = 26;

/** What a player has unlocked in that time, newest first. */
export function recentUnlocks(username: string) {
  return queryOptions({
    queryKey: ['recent unlocks', username.toLowerCase()],
    queryFn: async ({ signal }) =>
      getUserRecentAchievements(
        await authorization(),
        { username, recentMinutes: WEEKS * 7 * 24 * 60 },
        { signal },
      ),
  });
}
