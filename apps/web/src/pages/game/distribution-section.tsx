import { getAchievementDistribution } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { percent } from './achievement-set.tsx';

const DistributionChart = lazy(() => import('./distribution-chart.tsx'));

interface DistributionSectionProps {
  readonly gameId: number;
  readonly players: number;
  readonly setSize: number;
}

/** How many players have how many of the achievements, and in words who has them all. */
export function DistributionSection({ gameId, players, setSize }: DistributionSectionProps) {
  const distribution = useQuery({
    queryKey: ['distribution', gameId],
    queryFn: async ({ signal }) => {
      const by = await authorization();
      const [all, hardcore] = await Promise.all([
        getAchievementDistribution(by, { gameId }, { signal }),
        getAchievementDistribution(by, { gameId, hardcore: true }, { signal }),
      ]);
      return Object.entries(all).map(([achieved, count]) => ({
        achieved: Number(achieved),
        players: count,
        hardcore: hardcore[Number(achieved)] ?? 0,
      }));
    },
  });
  return (
    <section className={card.section} aria-labelledby="distribution">
      <h2 id="distribution">How far players have come</h2>
      <Read query={distribution} tall={20}>
        {(buckets) => {
          const last = buckets.at(-1);
          if (last === undefined || players === 0)
            return <Nothing>Nobody has unlocked anything here yet.</Nothing>;
          return (
            <>
              <p className={card.quiet}>
                {last.players.toLocaleString()} of {players.toLocaleString()} players (
                {percent(last.players, players)}) have all {setSize} achievements,{' '}
                {last.hardcore.toLocaleString()} of them ({percent(last.hardcore, players)}) in hardcore.
              </p>
              <Suspense fallback={<Skeleton tall={20} />}>
                <DistributionChart buckets={buckets} />
              </Suspense>
            </>
          );
        }}
      </Read>
    </section>
  );
}
