import { getAchievementUnlocks } from '@laurel/client';
import { useQuery } from '@tanstack/react-query';
import { scaleBand, scaleLinear } from '@visx/scale';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { Read } from '../../parts/read.tsx';
import { timeOf } from '../../parts/time.tsx';
import { byMonth } from './months.ts';
import styles from './months-chart.module.css';

/** The most that a page of the list has. */
const NEWEST = 500;
const WIDTH = 800;
const HEIGHT = 112;

/** The newest unlocks by month. */
export default function MonthsChart({ achievementId }: { readonly achievementId: number }) {
  const newest = useQuery({
    queryKey: ['achievement months', achievementId],
    queryFn: async ({ signal }) => {
      const by = await authorization();
      const { unlocks } = await getAchievementUnlocks(by, { achievementId, count: NEWEST }, { signal });
      return unlocks.map(({ dateAwarded }) => timeOf(dateAwarded));
    },
  });
  return (
    <Read query={newest} tall={9}>
      {(times) => {
        const months = byMonth(times);
        const x = scaleBand({ domain: months.map(({ month }) => month), range: [0, WIDTH], padding: 0.15 });
        const highest = Math.max(...months.map(({ unlocks }) => unlocks));
        const y = scaleLinear({ domain: [0, highest], range: [HEIGHT, 0] });
        const span =
          months.length === 1 ? months[0]?.month : `${months[0]?.month} to ${months.at(-1)?.month}`;
        return (
          <figure>
            <svg
              className={styles.chart}
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              role="img"
            >
              <title>{`Unlocks by month, ${span}; at most ${highest} in one`}</title>
              {months.map(({ month, unlocks }) => (
                <rect
                  key={month}
                  className={styles.bar}
                  x={x(month)}
                  y={y(unlocks)}
                  width={x.bandwidth()}
                  height={HEIGHT - y(unlocks)}
                />
              ))}
            </svg>
            <figcaption className={card.small}>
              {times.length === NEWEST ? `The newest ${NEWEST}` : `All ${times.length}`}, by month: {span}. At
              most {highest} in one.
            </figcaption>
          </figure>
        );
      }}
    </Read>
  );
}
