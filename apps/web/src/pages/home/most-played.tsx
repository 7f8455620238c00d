import { getMostPlayedGames } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import { count } from '../../parts/count.ts';
import { Picture } from '../../parts/picture.tsx';
import styles from './feed.module.css';
import { Feed } from './feed.tsx';

const SHOWN = 8;

export const mostPlayed = queryOptions({
  queryKey: ['most played games'],
  queryFn: async ({ signal }) => getMostPlayedGames(await authorization(), { count: SHOWN }, { signal }),
});

/** The games that most people play. */
export function MostPlayed() {
  const games = useQuery(mostPlayed);
  return (
    <Feed
      title="Most played games"
      query={games}
      size={SHOWN}
      shape="tiles"
      empty="Nobody has played anything here yet."
      more={<Link to="/games">All games</Link>}
    >
      {({ id, title, imageIcon, consoleName, numDistinctPlayers }) => (
        <li key={id}>
          <Picture src={imageIcon} size={56} />
          <div className={styles.what}>
            <Link className={styles.name} to="/game/$gameId" params={{ gameId: String(id) }}>
              {title}
            </Link>
            <p className={styles.about}>{consoleName}</p>
            <p className={styles.about}>{count(numDistinctPlayers, 'player')}</p>
          </div>
        </li>
      )}
    </Feed>
  );
}
