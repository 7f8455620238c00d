import { getGame } from '@laurel/contract/web-api/get-game';
import { handle } from './endpoint-handler.ts';

export default handle(
  getGame,
  ({ i }, state) => state.game(i),
  () => ({}),
);
