import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import card from '../../parts/card.module.css';
import list from '../../parts/list.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { badgeOf, Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import { recentUnlocks, WEEKS } from './recent.ts';

const SHOWN = 20;

/** What a player has unlocked last. */
export function RecentUnlocks({ username }: { readonly username: string }) {
  const unlocks = useQuery(recentUnlocks(username));
  return (
    <section className={card.section} aria-labelledby="recent">
      <h2 id="recent">Unlocked last</h2>
      <Read query={unlocks} tall={30}>
        {(all) =>
          all.length === 0 ? (
            <Nothing>Nothing in the last {WEEKS} weeks.</Nothing>
          ) : (
            <ol className={list.list}>
              {all.slice(0, SHOWN).map((unlock) => (
                <li key={`${unlock.achievementId} ${unlock.date}`} className={list.row}>
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
                      {unlock.points} points in{' '}
                      <Link to="/game/$gameId" params={{ gameId: String(unlock.gameId) }}>
                        {unlock.gameTitle}
                      </Link>
                    </p>
                  </div>
                  <span className={list.side}>
                    <Time at={timeOf(unlock.date)} />
                    <span>{unlock.hardcoreMode ? 'Hardcore' : 'Softcore'}</span>
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
