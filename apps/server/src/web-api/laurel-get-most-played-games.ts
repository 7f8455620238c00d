import { laurelGetMostPlayedGames } from '@laurel/contract/web-api/laurel-get-most-played-games';
import { handle } from './endpoint-handler.ts';

export default handle(laurelGetMostPlayedGames, async ({ c }, state) =>
  (await state.mostPlayedGames(c)).map((game) => ({
    ...game,
    achievements: game.promotedCount,
    points: game.promotedPoints,
  })),
);
