import { getGameExtended } from '@laurel/contract/web-api/get-game-extended';
import { handle } from './endpoint-handler.ts';

export default handle(
  getGameExtended,
  ({ i, f }, state) => state.gameExtended(i, { promoted: f === 3 }),
  ({ i }) => ({ games: [i] }),
);
