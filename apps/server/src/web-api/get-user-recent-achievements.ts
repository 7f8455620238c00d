import { getUserRecentAchievements } from '@laurel/contract/web-api/get-user-recent-achievements';
import { handleNow } from './endpoint-handler.ts';

export default handleNow(getUserRecentAchievements, ({ u, m }, state, now) =>
  state.userRecentAchievements(u, now - m * 60),
);
