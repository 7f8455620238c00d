import { getUserCompletedGames } from '@laurel/contract/web-api/get-user-completed-games';
import { handle } from './endpoint-handler.ts';

export default handle(
  getUserCompletedGames,
  ({ u }, state) => state.userCompletedGames(u),
  ({ u }) => ({ named: u }),
);
