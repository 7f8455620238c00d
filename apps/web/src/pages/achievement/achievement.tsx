import { getAchievementUnlocks } from '@laurel/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { isNotFound } from '../../app/queries.ts';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import list from '../../parts/list.module.css';
import { Nothing, Notice } from '../../parts/notice.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import { percent } from '../game/achievement-set.tsx';

const MonthsChart = lazy(() => import('./months-chart.tsx'));
const route = getRouteApi('/achievement/$achievementId');
const PER_PAGE = 50;

/** An achievement: what it is, how rare, and who has it. */
export function AchievementPage() {
  const achievementId = Number(route.useParams().achievementId);
  const { page = 1 } = route.useSearch();
  const unlocks = useQuery({
    queryKey: ['achievement', achievementId, page],
    queryFn: async ({ signal }) =>
      getAchievementUnlocks(
        await authorization(),
        { achievementId, count: PER_PAGE, offset: (page - 1) * PER_PAGE },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
  if (isNotFound(unlocks.error) || !Number.isSafeInteger(achievementId)) {
    return (
      <Notice title="There is no such achievement">
        <p>This server has no achievement of this number.</p>
      </Notice>
    );
  }
  return (
    <Read query={unlocks} tall={40}>
      {({
        achievement,
        game,
        console: system,
        unlocksCount,
        unlocksHardcoreCount,
        totalPlayers,
        unlocks: rows,
      }) => (
        <article className={card.stack}>
          <title>{`${achievement.title} · Laurel`}</title>
          <header className={card.section}>
            <h1>{achievement.title}</h1>
            <p>{achievement.description}</p>
            <p className={card.quiet}>
              {achievement.points} {achievement.points === 1 ? 'point' : 'points'} ({achievement.trueRatio}{' '}
              RetroPoints) in{' '}
              <Link to="/game/$gameId" params={{ gameId: String(game.id) }}>
                {game.title}
              </Link>
              , {system.title}
              {achievement.author === '' ? '' : `. Made by ${achievement.author}`}
            </p>
            <p>
              <b>{percent(unlocksCount, totalPlayers)}</b> of {totalPlayers.toLocaleString()} players have it
              ({unlocksCount.toLocaleString()}), <b>{percent(unlocksHardcoreCount, totalPlayers)}</b> in
              hardcore ({unlocksHardcoreCount.toLocaleString()}).
            </p>
          </header>
          {unlocksCount === 0 ? null : (
            <section className={card.section}>
              <h2>Unlocks over time</h2>
              <Suspense fallback={<Skeleton tall={9} />}>
                <MonthsChart achievementId={achievementId} />
              </Suspense>
            </section>
          )}
          <section className={card.section}>
            <h2>Who has it</h2>
            {rows.length === 0 ? (
              <Nothing>
                {unlocksCount === 0 ? 'Nobody has unlocked it yet.' : 'There is no such page.'}
              </Nothing>
            ) : (
              <ol className={list.list}>
                {rows.map(({ user, raPoints, dateAwarded, hardcoreMode }) => (
                  <li key={user} className={list.row}>
                    <Picture src={pictureOf(user)} size={32} />
                    <span>
                      <Link className={list.name} to="/user/$username" params={{ username: user }}>
                        {user}
                      </Link>{' '}
                      <span className={list.about}>{raPoints.toLocaleString()} points</span>
                    </span>
                    <span className={list.side}>
                      <Time at={timeOf(dateAwarded)} />
                      <span>{hardcoreMode ? 'Hardcore' : 'Softcore'}</span>
                    </span>
                  </li>
                ))}
              </ol>
            )}
            <Pages page={page} total={unlocksCount} perPage={PER_PAGE} />
          </section>
        </article>
      )}
    </Read>
  );
}
