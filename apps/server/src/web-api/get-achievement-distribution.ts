import { getAchievementDistribution } from '@laurel/contract/web-api/get-achievement-distribution';
import { handle } from './endpoint-handler.ts';

export default handle(
  getAchievementDistribution,
  ({ i, h, f }, state) => state.achievementDistribution(i, { hardcore: h === 1, promoted: f === 3 }),
  ({ i }) => ({ games: [i] }),
);
