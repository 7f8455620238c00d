import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isNotFound, queries } from '../../app/queries.ts';
import { readAhead } from '../../app/read-ahead.ts';
import { sessionQuery } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { Nothing, Notice } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { AchievementSet } from './achievement-set.tsx';
import { DistributionSection, distributionOf } from './distribution-section.tsx';
import { GameFiles, gameFiles } from './game-files.tsx';
import { GameHeader } from './game-header.tsx';
import { gameQuery } from './read-game.ts';
import { playersOf, TopPlayers } from './top-players.tsx';

const route = getRouteApi('/game/$gameId');

/** Asks for what the page shows. */
export function ahead(gameId: number): Promise<void> {
  const game = async () => {
    const { user } = await queries.fetchQuery(sessionQuery);
    await queries.prefetchQuery(gameQuery(gameId, user?.username));
  };
  return readAhead(
    game(),
    queries.prefetchQuery(distributionOf(gameId)),
    queries.prefetchQuery(playersOf(gameId, 'high-scores')),
    queries.prefetchQuery(playersOf(gameId, 'latest-masters')),
    queries.prefetchQuery(gameFiles(gameId)),
  );
}

/** A game: what it is, its set, how far its players have come, and who has come furthest. */
export function GamePage() {
  const gameId = Number(route.useParams().gameId);
  const { data: session } = useQuery(sessionQuery);
  const username = session?.user?.username;
  const game = useQuery({ ...gameQuery(gameId, username), enabled: session !== undefined });
  if (isNotFound(game.error) || !Number.isSafeInteger(gameId)) return <NoSuchGame />;
  return (
    <Read query={game} tall={60}>
      {(data) => {
        if (data === null) return <NoSuchGame />;
        const achievements = Object.values(data.achievements);
        return (
          <article className={card.stack}>
            <title>{`${data.title} · Laurel`}</title>
            <GameHeader game={data} username={username} />
            {achievements.length === 0 ? (
              <Nothing>This game has no achievements yet. When it gets some, they will be here.</Nothing>
            ) : (
              <>
                <DistributionSection
                  gameId={gameId}
                  players={data.numDistinctPlayers}
                  setSize={data.numAchievements}
                />
                <AchievementSet
                  achievements={achievements}
                  players={data.numDistinctPlayers}
                  isSignedIn={username !== undefined}
                />
                {data.numDistinctPlayers === 0 ? null : <TopPlayers gameId={gameId} />}
              </>
            )}
            <GameFiles gameId={gameId} />
          </article>
        );
      }}
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
