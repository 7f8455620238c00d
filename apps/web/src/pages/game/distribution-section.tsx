import { getAchievementDistribution } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { authorization } from '../../data/session.ts';
import type { Bar } from '../../parts/bar-chart.tsx';
import card from '../../parts/card.module.css';
import { count, numeral } from '../../parts/count.ts';
import { Nothing } from '../../parts/notice.tsx';
import { percent } from '../../parts/percent.ts';
import { Read } from '../../parts/read.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';

const BarChart = lazy(() => import('../../parts/bar-chart.tsx'));

/** What the chart takes, in rem, and what is said above it. */
const CHART_TALL = 21;
const TALL = CHART_TALL + 3;

interface DistributionSectionProps {
  readonly gameId: number;
  readonly players: number;
  readonly setSize: number;
}

/** Players with exactly so many achievements. */
interface Bucket {
  readonly achieved: number;
  readonly players: number;
  readonly hardcore: number;
}

export function distributionOf(gameId: number) {
  return queryOptions({
    queryKey: ['distribution', gameId],
    queryFn: async ({ signal }) => {
      const by = await authorization();
      const [all, hardcore] = await Promise.all([
        getAchievementDistribution(by, { gameId }, { signal }),
        getAchievementDistribution(by, { gameId, hardcore: true }, { signal }),
      ]);
      return Object.entries(all).map(([achieved, number]) => ({
        achieved: Number(achieved),
        players: number,
        hardcore: hardcore[Number(achieved)] ?? 0,
      }));
    },
  });
}

/** How many players have how many of the achievements, and in words who has them all. */
export function DistributionSection({ gameId, players, setSize }: DistributionSectionProps) {
  const distribution = useQuery(distributionOf(gameId));
  return (
    <section className={card.section} aria-labelledby="distribution">
      <h2 id="distribution">How far players have come</h2>
      <Read query={distribution} tall={TALL}>
        {(buckets) => {
          const last = buckets.at(-1);
          if (last === undefined || players === 0)
            return <Nothing>Nobody has unlocked anything here yet.</Nothing>;
          return (
            <>
              <p className={card.quiet}>
                {numeral(last.players)} of {count(players, 'player')} ({percent(last.players, players)}){' '}
                {last.players === 1 ? 'has' : 'have'} all {count(setSize, 'achievement')},{' '}
                {numeral(last.hardcore)} of them ({percent(last.hardcore, players)}) in hardcore.
              </p>
              <Suspense fallback={<Skeleton tall={CHART_TALL} />}>
                <BarChart
                  label="Players by number of achievements"
                  nameOfBars="Achievements"
                  series={[
                    { name: 'Players, either mode', colour: 'softcore' },
                    { name: 'In hardcore', colour: 'hardcore' },
                  ]}
                  bars={buckets.map(barOf)}
                  ticks={24}
                />
              </Suspense>
            </>
          );
        }}
      </Read>
    </section>
  );
}

function barOf({ achieved, players, hardcore }: Bucket): Bar {
  return {
    name: numeral(achieved),
    tick: numeral(achieved),
    words: `${count(achieved, 'achievement')}: ${count(players, 'player')}; ${numeral(hardcore)} with as many in hardcore`,
    values: [players, hardcore],
  };
}
