import { getUserSummary, type UserSummary } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isNotFound, queries } from '../../app/queries.ts';
import { readAhead } from '../../app/read-ahead.ts';
import { authorization } from '../../data/session.ts';
import button from '../../parts/button.module.css';
import card from '../../parts/card.module.css';
import { numeral } from '../../parts/count.ts';
import { Notice } from '../../parts/notice.tsx';
import { Picture } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import totals from '../../parts/totals.module.css';
import { Activity, activityOf } from './activity.tsx';
import { PlayedLast } from './played-last.tsx';
import styles from './player.module.css';
import { recentUnlocks } from './recent.ts';
import { RecentUnlocks } from './recent-unlocks.tsx';
import { awardsOf, TrophyCase } from './trophy-case.tsx';

const route = getRouteApi('/user/$username');
const GAMES = 6;

export function summaryOf(username: string) {
  return queryOptions({
    queryKey: ['player', username.toLowerCase()],
    queryFn: async ({ signal }) =>
      getUserSummary(
        await authorization(),
        { username, recentGamesCount: GAMES, recentAchievementsCount: 0 },
        { signal },
      ),
  });
}

/** Asks for what the page shows. */
export function ahead(username: string): Promise<void> {
  return readAhead(
    queries.prefetchQuery(summaryOf(username)),
    queries.prefetchQuery(activityOf(username)),
    queries.prefetchQuery(awardsOf(username)),
    queries.prefetchQuery(recentUnlocks(username)),
  );
}

/** A player: points, rank, awards, what they did of late. */
export function PlayerPage() {
  const { username } = route.useParams();
  const summary = useQuery(summaryOf(username));
  if (isNotFound(summary.error)) {
    return (
      <Notice title="There is no such player">
        <p>Nobody of the name {username} plays here.</p>
      </Notice>
    );
  }
  return (
    <Read query={summary} tall={80}>
      {(player) => (
        <article className={card.stack}>
          <title>{`${player.user} · Laurel`}</title>
          <Header player={player} />
          <Points player={player} />
          <Activity username={player.user} />
          <TrophyCase username={player.user} />
          <div className={card.columns}>
            <PlayedLast player={player} />
            <RecentUnlocks username={player.user} />
          </div>
        </article>
      )}
    </Read>
  );
}

function Header({ player }: { readonly player: UserSummary }) {
  const { lastGame, richPresenceMsg, richPresenceMsgDate } = player;
  return (
    <header className={styles.header}>
      <Picture src={player.userPic} size={96} />
      <div className={styles.title}>
        <h1>{player.user}</h1>
        {player.motto === '' ? null : <p className={styles.motto}>{player.motto}</p>}
        <p className={card.quiet}>
          Here since <Time at={timeOf(player.memberSince)} />
          {lastGame === undefined ? null : (
            <>
              {' · '}Last seen in{' '}
              <Link to="/game/$gameId" params={{ gameId: String(lastGame.id) }}>
                {lastGame.title}
              </Link>
              {richPresenceMsgDate === null ? null : (
                <>
                  {' '}
                  <Time at={timeOf(richPresenceMsgDate)} />
                </>
              )}
            </>
          )}
        </p>
        {richPresenceMsg ? <p className={styles.presence}>{richPresenceMsg}</p> : null}
      </div>
    </header>
  );
}

function Points({ player }: { readonly player: UserSummary }) {
  const { totalPoints, totalSoftcorePoints, totalTruePoints, rank, totalRanked } = player;
  const numbers = [
    ['Hardcore points', numeral(totalPoints)],
    ['RetroPoints', numeral(totalTruePoints)],
    ['Softcore points', numeral(totalSoftcorePoints)],
    rank === null ? ['Rank', 'None yet'] : [`Rank of ${numeral(totalRanked)}`, `#${numeral(rank)}`],
  ] as const;
  return (
    <div className={styles.points}>
      <dl className={totals.totals}>
        {numbers.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
      <Link className={button.plain} to="/user/$username/progress" params={{ username: player.user }}>
        All games and progress
      </Link>
    </div>
  );
}
