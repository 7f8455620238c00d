import { laurelSearch } from '@laurel/contract/web-api/laurel-search';
import { handle } from './endpoint-handler.ts';

export default handle(laurelSearch, async ({ q, c }, state) => {
  const { games, players } = await state.search(q, c);
  return { games: games.map((game) => ({ ...game, achievements: game.promotedCount })), players };
});
