import { getUserRecentAchievements } from '@laurel/client';
import { queryOptions } from '@tanstack/react-query';
import { authorization } from '../../data/session.ts';

const MINUTE = 60_000;

/** What a player has unlocked last, whenever that was; the newest first. */
export function recentUnlocks(username: string) {
  return queryOptions({
    queryKey: ['recent unlocks', username.toLowerCase()],
    queryFn: async ({ signal }) =>
      getUserRecentAchievements(
        await authorization(),
        // Since 1970.
        { username, recentMinutes: Math.floor(Date.now() / MINUTE) },
        { signal },
      ),
  });
}
