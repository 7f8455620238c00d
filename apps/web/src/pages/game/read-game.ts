import { getGameExtended, getGameInfoAndUserProgress } from '@laurel/client';
import { queryOptions } from '@tanstack/react-query';
import { authorization } from '../../data/session.ts';

/** A game and its set, with what the reader has of it where one is signed in. */
export function gameQuery(gameId: number, username: string | undefined) {
  return queryOptions({
    queryKey: ['game', gameId, username],
    queryFn: async ({ signal }) => {
      const by = await authorization();
      const game =
        username === undefined
          ? await getGameExtended(by, { gameId }, { signal })
          : await getGameInfoAndUserProgress(
              by,
              { gameId, username, shouldIncludeHighestAwardMetadata: true },
              { signal },
            );
      // The API has the empty form of the answer for a game that there is not.
      return isGame(game) ? game : null;
    },
  });
}

function isGame<Game extends object>(game: Game | Record<string, never>): game is Game {
  return 'title' in game;
}
