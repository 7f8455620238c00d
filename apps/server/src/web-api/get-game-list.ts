import { LARGEST_ID } from '@laurel/contract';
import { getGameList } from '@laurel/contract/web-api/get-game-list';
import { handle } from './endpoint-handler.ts';

export default handle(
  getGameList,
  ({ i, f, h, o, c }, state) =>
    state.gameList(
      i,
      { withAchievements: f === 1, withHashes: h === 1 },
      { count: c === 0 ? LARGEST_ID : c, offset: o },
    ),
  () => ({}),
);
