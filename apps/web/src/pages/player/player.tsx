import { getUserSummary } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isNotFound } from '../../app/queries.ts';
import { authorization } from '../../data/session.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { Notice } from '../../parts/notice.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import totals from '../progress/totals.module.css';
import { Activity } from './activity.tsx';
import styles from './player.module.css';
import { RecentUnlocks } from './recent-unlocks.tsx';
import { TrophyCase } from './trophy-case.tsx';

const route = getRouteApi('/user/$username');

/** A player: points, rank, awards, what they did of late. */
export function PlayerPage() {
  const { username } = route.useParams();
  const summary = useQuery({
    queryKey: ['player', username.toLowerCase()],
    queryFn: async ({ signal }) =>
      getUserSummary(
        await authorization(),
        { username, recentGamesCount: 0, recentAchievementsCount: 0 },
        { signal },
      ),
  });
  if (isNotFound(summary.error)) {
    return (
      <Notice title="There is no such player">
        <p>Nobody of the name {username} plays here.</p>
      </Notice>
    );
  }
  return (
    <Read query={summary} tall={40}>
      {(player) => {
        const numbers = [
          ['Hardcore points', player.totalPoints],
          ['Softcore points', player.totalSoftcorePoints],
          ['RetroPoints', player.totalTruePoints],
        ] as const;
        return (
          <article className={card.stack}>
            <title>{`${player.user} · Laurel`}</title>
            <header className={styles.header}>
              <Picture src={player.userPic} size={96} />
              <div className={styles.title}>
                <h1>{player.user}</h1>
                {player.motto === '' ? null : <p>{player.motto}</p>}
                <p className={card.quiet}>
                  {player.memberSince ? (
                    <>
                      Here since <Time at={timeOf(player.memberSince)} />
                    </>
                  ) : null}
                  {player.richPresenceMsg ? ` · ${player.richPresenceMsg}` : ''}
                </p>
              </div>
            </header>
            <dl className={totals.totals}>
              {numbers.map(([name, number]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{number.toLocaleString()}</dd>
                </div>
              ))}
              <div>
                <dt>Rank{player.totalRanked ? ` of ${player.totalRanked.toLocaleString()}` : ''}</dt>
                <dd>{player.rank ? `#${player.rank.toLocaleString()}` : 'None yet'}</dd>
              </div>
            </dl>
            <p>
              <Link className={button.plain} to="/user/$username/progress" params={{ username: player.user }}>
                All games and progress
              </Link>
            </p>
            <TrophyCase username={player.user} />
            <Activity username={player.user} />
            <RecentUnlocks username={player.user} />
          </article>
        );
      }}
    </Read>
  );
}
