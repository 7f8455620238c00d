import { getGameExtended, getGameInfoAndUserProgress } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isNotFound } from '../../app/queries.ts';
import { authorization, sessionQuery } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { Notice } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { AchievementSet } from './achievement-set.tsx';
import { DistributionSection } from './distribution-section.tsx';
import { GameHeader } from './game-header.tsx';
import { TopPlayers } from './top-players.tsx';

const route = getRouteApi('/game/$gameId');

/** A game: what it is, its set, how far its players have come, and who has come furthest. */
export function GamePage() {
  const gameId = Number(route.useParams().gameId);
  const { data: session } = useQuery(sessionQuery);
  const username = session?.user?.username;
  const game = useQuery({
    queryKey: ['game', gameId, username],
    enabled: session !== undefined,
    queryFn: async ({ signal }) => {
      const by = await authorization();
      return username === undefined
        ? getGameExtended(by, { gameId }, { signal })
        : getGameInfoAndUserProgress(by, { gameId, username }, { signal });
    },
  });
  if (isNotFound(game.error) || !Number.isSafeInteger(gameId)) return <NoSuchGame />;
  return (
    <Read query={game} tall={40}>
      {(data) =>
        isGame(data) ? (
          <article className={card.stack}>
            <title>{`${data.title} · Laurel`}</title>
            <GameHeader game={data} username={username} />
            <DistributionSection
              gameId={gameId}
              players={data.numDistinctPlayers}
              setSize={data.numAchievements}
            />
            <AchievementSet
              achievements={Object.values(data.achievements)}
              players={data.numDistinctPlayers}
            />
            <TopPlayers gameId={gameId} />
          </article>
        ) : (
          <NoSuchGame />
        )
      }
    </Read>
  );
}

function NoSuchGame() {
  return (
    <Notice title="There is no such game">
      <p>This server has no game of this number.</p>
    </Notice>
  );
}

/** The API has the empty form of the answer for a game that there is not. */
function isGame<Game extends object>(game: Game | Record<string, never>): game is Game {
  return 'title' in game;
}
