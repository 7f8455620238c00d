import { getTopTenUsers } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import { count } from '../../parts/count.ts';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import styles from './feed.module.css';
import { Feed } from './feed.tsx';

export const topPlayers = queryOptions({
  queryKey: ['top players'],
  queryFn: async ({ signal }) => getTopTenUsers(await authorization(), { signal }),
});

/** Who has the most points. */
export function TopPlayers() {
  const players = useQuery(topPlayers);
  return (
    <Feed title="Top players" query={players} size={10} shape="ranks" empty="Nobody has any points yet.">
      {({ username, totalPoints, totalRatioPoints }, index) => (
        <li key={username}>
          <span className={styles.rank}>{index + 1}</span>
          <Picture src={pictureOf(username)} size={40} />
          <Link className={styles.name} to="/user/$username" params={{ username }}>
            {username}
          </Link>
          <div className={styles.side}>
            <span>{count(totalPoints, 'point')}</span>
            <span>{count(totalRatioPoints, 'RetroPoint')}</span>
          </div>
        </li>
      )}
    </Feed>
  );
}
