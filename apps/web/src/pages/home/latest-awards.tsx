import { getRecentGameAwards } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import { Award } from '../../parts/award.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import styles from './feed.module.css';
import { Feed } from './feed.tsx';

const SHOWN = 6;

export const latestAwards = queryOptions({
  queryKey: ['latest awards'],
  queryFn: async ({ signal }) => {
    const { results } = await getRecentGameAwards(await authorization(), { count: SHOWN }, { signal });
    return results;
  },
});

/** Who has beaten or mastered what, of late. */
export function LatestAwards() {
  const awards = useQuery(latestAwards);
  return (
    <Feed
      title="Latest awards"
      query={awards}
      size={SHOWN}
      shape="rows"
      empty="No game has been beaten here yet."
    >
      {({ user, gameId, gameTitle, consoleName, awardKind, awardDate }) => (
        <li key={`${user} ${gameId} ${awardKind}`}>
          <Picture src={pictureOf(user)} size={48} />
          <div className={styles.what}>
            <Link className={styles.name} to="/user/$username" params={{ username: user }}>
              {user}
            </Link>
            <p className={styles.about}>
              <Link to="/game/$gameId" params={{ gameId: String(gameId) }}>
                {gameTitle}
              </Link>
              , {consoleName}
            </p>
          </div>
          <div className={styles.side}>
            <Award kind={awardKind} />
            <Time at={timeOf(awardDate)} />
          </div>
        </li>
      )}
    </Feed>
  );
}
