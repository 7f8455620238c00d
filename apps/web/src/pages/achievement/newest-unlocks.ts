import { getAchievementUnlocks } from '@laurel/client';
import { queryOptions } from '@tanstack/react-query';
import { authorization } from '../../data/session.ts';
import { timeOf } from '../../parts/time.tsx';

/** The most that a page of the list has. */
export const NEWEST = 500;

/** When the newest unlocks of an achievement were, in milliseconds since 1970. */
export function newestUnlocks(achievementId: number) {
  return queryOptions({
    queryKey: ['achievement chart', achievementId],
    queryFn: async ({ signal }) => {
      const by = await authorization();
      const { unlocks } = await getAchievementUnlocks(by, { achievementId, count: NEWEST }, { signal });
      return unlocks.map(({ dateAwarded }) => timeOf(dateAwarded).getTime());
    },
  });
}
