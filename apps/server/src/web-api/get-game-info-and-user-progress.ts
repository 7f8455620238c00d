import { getGameInfoAndUserProgress } from '@laurel/contract/web-api/get-game-info-and-user-progress';
import { handle } from './endpoint-handler.ts';

export default handle(
  getGameInfoAndUserProgress,
  async ({ u, g, a }, state) => {
    const progress = await state.gameAndUserProgress(g, u);
    if (progress === undefined || a === 1) return progress;
    const { highestAward: _, ...asked } = progress;
    return asked;
  },
  ({ g }) => ({ games: [g] }),
);
