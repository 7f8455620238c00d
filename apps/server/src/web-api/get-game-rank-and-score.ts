import { getGameRankAndScore } from '@laurel/contract/web-api/get-game-rank-and-score';
import { handle } from './endpoint-handler.ts';

export default handle(
  getGameRankAndScore,
  ({ g, t }, state) => (t === 1 ? state.gameLatestMasters(g) : state.gameHighScores(g)),
  ({ g }) => ({ games: [g] }),
);
