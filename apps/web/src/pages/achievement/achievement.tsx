import { getAchievementUnlocks } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { isNotFound, queries } from '../../app/queries.ts';
import { readAhead } from '../../app/read-ahead.ts';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { count } from '../../parts/count.ts';
import list from '../../parts/list.module.css';
import { Nothing, Notice } from '../../parts/notice.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Picture, pictureOf } from '../../parts/picture.tsx';
import { Read } from '../../parts/read.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Time, timeOf } from '../../parts/time.tsx';
import { AchievementHeader } from './achievement-header.tsx';
import { newestUnlocks } from './newest-unlocks.ts';

const UnlocksChart = lazy(() => import('./unlocks-chart.tsx'));
const route = getRouteApi('/achievement/$achievementId');
const PER_PAGE = 50;

export function unlocksOf(achievementId: number, page: number) {
  return queryOptions({
    queryKey: ['achievement', achievementId, page],
    queryFn: async ({ signal }) =>
      getAchievementUnlocks(
        await authorization(),
        { achievementId, count: PER_PAGE, offset: (page - 1) * PER_PAGE },
        { signal },
      ),
  });
}

/** Asks for what the page shows. */
export function ahead(achievementId: number, page = 1): Promise<void> {
  return readAhead(
    queries.prefetchQuery(unlocksOf(achievementId, page)),
    queries.prefetchQuery(newestUnlocks(achievementId)),
  );
}

/** An achievement: what it is, how rare, and who has it. */
export function AchievementPage() {
  const achievementId = Number(route.useParams().achievementId);
  const { page = 1 } = route.useSearch();
  const unlocks = useQuery({
    ...unlocksOf(achievementId, page),
    placeholderData: (before, query) => (query?.queryKey[1] === achievementId ? before : undefined),
  });
  if (isNotFound(unlocks.error) || !Number.isSafeInteger(achievementId)) {
    return (
      <Notice title="There is no such achievement">
        <p>This server has no achievement of this number.</p>
      </Notice>
    );
  }
  return (
    <Read query={unlocks} tall={60}>
      {(data) => (
        <article className={card.stack}>
          <title>{`${data.achievement.title} · Laurel`}</title>
          <AchievementHeader {...data} />
          {data.unlocksCount === 0 ? null : (
            <section className={card.section} aria-labelledby="over-time">
              <h2 id="over-time">Unlocks over time</h2>
              <Suspense fallback={<Skeleton tall={21} />}>
                <UnlocksChart achievementId={achievementId} />
              </Suspense>
            </section>
          )}
          <section className={card.section} aria-labelledby="players">
            <h2 id="players">Who has it</h2>
            {data.unlocks.length === 0 ? (
              <Nothing>
                {data.unlocksCount === 0 ? 'Nobody has unlocked it yet.' : 'There is no such page.'}
              </Nothing>
            ) : (
              <ol className={list.list}>
                {data.unlocks.map(({ user, raPoints, dateAwarded, hardcoreMode }) => (
                  <li key={user} className={`${list.row} ${list.short}`}>
                    <Picture src={pictureOf(user)} size={40} />
                    <span>
                      <Link className={list.name} to="/user/$username" params={{ username: user }}>
                        {user}
                      </Link>
                      <span className={`${list.about} ${list.line}`}>{count(raPoints, 'point')}</span>
                    </span>
                    <span className={list.side}>
                      <Time at={timeOf(dateAwarded)} exact />
                      <span className={list.about}>{hardcoreMode ? 'Hardcore' : 'Softcore'}</span>
                    </span>
                  </li>
                ))}
              </ol>
            )}
            <Pages page={page} total={data.unlocksCount} perPage={PER_PAGE} />
          </section>
        </article>
      )}
    </Read>
  );
}
