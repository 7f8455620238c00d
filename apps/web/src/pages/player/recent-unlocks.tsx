import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import card from '../../parts/card.module.css';
import { count } from '../../parts/count.ts';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { badgeOf, Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import { recentUnlocks } from './recent.ts';

const SHOWN = 10;

/** What a player has unlocked last, whenever that was. */
export function RecentUnlocks({ username }: { readonly username: string }) {
  const unlocks = useQuery(recentUnlocks(username));
  return (
    <section className={card.section} aria-labelledby="recent">
      <h2 id="recent">Unlocked last</h2>
      <Read query={unlocks} tall={45}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>No unlocks yet.</Nothing>
          ) : (
            <ol className={list.list}>
              {all.slice(0, SHOWN).map((unlock) => (
                <li
                  key={`${unlock.achievementId} ${unlock.hardcoreMode}`}
                  className={`${list.row} ${list.narrow}`}
                >
                  <Picture src={badgeOf(unlock.badgeName)} size={48} />
                  <div>
                    <Link
                      className={list.name}
                      to="/achievement/$achievementId"
                      params={{ achievementId: String(unlock.achievementId) }}
                    >
                      {unlock.title}
                    </Link>
                    <p className={list.about}>
                      {count(unlock.points, 'point')} in{' '}
                      <Link to="/game/$gameId" params={{ gameId: String(unlock.gameId) }}>
                        {unlock.gameTitle}
                      </Link>
                    </p>
                    <p className={list.about}>
                      <Time at={timeOf(unlock.date)} exact />, {unlock.hardcoreMode ? 'hardcore' : 'softcore'}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
          )
        }
      </Read>
    </section>
  );
}
