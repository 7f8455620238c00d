import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { badgeOf, Picture } from '../../parts/picture.tsx';
import styles from './home.module.css';
import { latestUnlocks } from './latest-unlocks.tsx';
import { Wreath } from './wreath.tsx';

/** What was unlocked last, in a wreath of laurel. Only on wide screens: it is the first in the list, too. */
export function Champion() {
  const { data } = useQuery(latestUnlocks);
  const newest = data?.[0];
  return (
    <figure className={styles.champion}>
      <div className={styles.wreath}>
        <Wreath />
        {newest === undefined ? null : <Picture src={badgeOf(newest.badgeName)} size={96} />}
      </div>
      <figcaption>
        {data?.length === 0 ? <span className={styles.by}>The first unlock will stand here.</span> : null}
        {newest === undefined ? null : (
          <>
            <Link
              className={styles.newest}
              to="/achievement/$achievementId"
              params={{ achievementId: String(newest.achievementId) }}
            >
              {newest.title}
            </Link>
            <span className={styles.by}>
              unlocked last, by{' '}
              <Link to="/user/$username" params={{ username: newest.user }}>
                {newest.user}
              </Link>
            </span>
          </>
        )}
      </figcaption>
    </figure>
  );
}
