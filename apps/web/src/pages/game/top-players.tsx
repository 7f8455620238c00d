import { getGameRankAndScore } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { count } from '../../parts/count.ts';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Time, timeOf } from '../../parts/time.tsx';

const LISTS = [
  { type: 'high-scores', title: 'Top players', empty: 'Nobody has scored here yet.' },
  { type: 'latest-masters', title: 'Latest masters', empty: 'Nobody has mastered it yet.' },
] as const;

export function playersOf(gameId: number, type: (typeof LISTS)[number]['type']) {
  return queryOptions({
    queryKey: ['game players', gameId, type],
    queryFn: async ({ signal }) => getGameRankAndScore(await authorization(), { gameId, type }, { signal }),
  });
}

/** Who has come furthest in a game, and who has mastered it last. */
export function TopPlayers({ gameId }: { readonly gameId: number }) {
  return (
    <div className={card.columns}>
      {LISTS.map((of) => (
        <section key={of.type} className={card.section}>
          <h2>{of.title}</h2>
          <Players gameId={gameId} {...of} />
        </section>
      ))}
    </div>
  );
}

function Players({ gameId, type, empty }: { readonly gameId: number } & (typeof LISTS)[number]) {
  const players = useQuery(playersOf(gameId, type));
  return (
    <Read query={players} tall={12}>
      {(data) =>
        data.length === 0 ? (
          <Nothing>{empty}</Nothing>
        ) : (
          <ol className={list.list}>
            {data.map(({ user, totalScore, lastAward }) => (
              <li key={user} className={`${list.row} ${list.short}`}>
                <Picture src={pictureOf(user)} size={32} />
                <Link className={list.name} to="/user/$username" params={{ username: user }}>
                  {user}
                </Link>
                <span className={list.side}>
                  <span>{count(totalScore, 'point')}</span>
                  {lastAward ? <Time at={timeOf(lastAward)} /> : null}
                </span>
              </li>
            ))}
          </ol>
        )
      }
    </Read>
  );
}
