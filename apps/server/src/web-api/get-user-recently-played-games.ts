import { getUserRecentlyPlayedGames } from '@laurel/contract/web-api/get-user-recently-played-games';
import { handle } from './endpoint-handler.ts';

export default handle(getUserRecentlyPlayedGames, ({ u, c, o }, state) =>
  state.userRecentlyPlayedGames(u, { count: c, offset: o }),
);
