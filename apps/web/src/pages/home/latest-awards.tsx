import { getRecentGameAwards } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { authorization } from '../../data/session.ts';
import { Award } from '../../parts/award.tsx';
import card from '../../parts/card.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import styles from './home.module.css';

const SHOWN = 10;

/** Who has beaten or mastered what, of late. */
export function LatestAwards() {
  const awards = useQuery({
    queryKey: ['latest awards'],
    queryFn: async ({ signal }) => getRecentGameAwards(await authorization(), { count: SHOWN }, { signal }),
  });
  return (
    <section className={card.section} aria-labelledby="latest">
      <h2 id="latest">Latest awards</h2>
      <Read query={awards} tall={30}>
        {({ results }) =>
          results.length === 0 ? (
            <Nothing>No game has been beaten here yet.</Nothing>
          ) : (
            <ol className={list.list}>
              {results.map(({ user, gameId, gameTitle, consoleName, awardKind, awardDate }) => (
                <li key={`${user} ${gameId} ${awardKind}`} className={list.row}>
                  <Picture src={pictureOf(user)} size={40} />
                  <span>
                    <Link className={list.name} to="/user/$username" params={{ username: user }}>
                      {user}
                    </Link>
                    <span className={`${list.about} ${styles.line}`}>
                      <Link to="/game/$gameId" params={{ gameId: String(gameId) }}>
                        {gameTitle}
                      </Link>
                      , {consoleName}
                    </span>
                  </span>
                  <span className={list.side}>
                    <Award kind={awardKind} />
                    <Time at={timeOf(awardDate)} />
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Read>
    </section>
  );
}
