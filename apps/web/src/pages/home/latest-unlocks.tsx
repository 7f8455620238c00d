import { getRecentUnlocks } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import { badgeOf, Picture } from '../../parts/picture.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import styles from './feed.module.css';
import { Feed } from './feed.tsx';

const SHOWN = 6;

export const latestUnlocks = queryOptions({
  queryKey: ['latest unlocks'],
  queryFn: async ({ signal }) => getRecentUnlocks(await authorization(), { count: SHOWN }, { signal }),
});

/** What has been unlocked last, and by whom. */
export function LatestUnlocks() {
  const unlocks = useQuery(latestUnlocks);
  return (
    <Feed
      title="Latest unlocks"
      query={unlocks}
      size={SHOWN}
      shape="rows"
      empty="Nothing has been unlocked here yet. The first one could be yours."
    >
      {(unlock) => (
        <li key={`${unlock.ulid} ${unlock.achievementId} ${unlock.hardcoreMode}`}>
          <Picture src={badgeOf(unlock.badgeName)} size={48} />
          <div className={styles.what}>
            <Link
              className={styles.name}
              to="/achievement/$achievementId"
              params={{ achievementId: String(unlock.achievementId) }}
            >
              {unlock.title}
            </Link>
            <p className={styles.about}>
              <Link to="/user/$username" params={{ username: unlock.user }}>
                {unlock.user}
              </Link>{' '}
              in{' '}
              <Link to="/game/$gameId" params={{ gameId: String(unlock.gameId) }}>
                {unlock.gameTitle}
              </Link>
            </p>
          </div>
          <div className={styles.side}>
            <span className={unlock.hardcoreMode ? styles.hardcore : styles.softcore}>
              {unlock.hardcoreMode ? 'Hardcore' : 'Softcore'}
            </span>
            <Time at={timeOf(unlock.date)} />
          </div>
        </li>
      )}
    </Feed>
  );
}
