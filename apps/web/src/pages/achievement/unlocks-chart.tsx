import { useQuery } from '@tanstack/react-query';
import BarChart from '../../parts/bar-chart.tsx';
import card from '../../parts/card.module.css';
import { count } from '../../parts/count.ts';
import { Read } from '../../parts/read.tsx';
import { BIN_NAMES, dayOf, nameOf, tickOf } from './bin-names.ts';
import { binned } from './bins.ts';
import { NEWEST, newestUnlocks } from './newest-unlocks.ts';

/** What it takes, in rem. */
export const TALL = 21;

/** The newest unlocks, by the hour or by the year or what is between. */
export default function UnlocksChart({ achievementId }: { readonly achievementId: number }) {
  const newest = useQuery(newestUnlocks(achievementId));
  return (
    <Read query={newest} tall={TALL}>
      {(times) => {
        const { size, bins } = binned(times);
        const { noun, ticks } = BIN_NAMES[size];
        const first = dayOf(Math.min(...times));
        const last = dayOf(Math.max(...times));
        return (
          <>
            <p className={card.quiet}>
              {times.length < NEWEST ? `All ${times.length}` : `The newest ${NEWEST}`}, by {noun},{' '}
              {first === last ? `on ${first}` : `from ${first} to ${last}`} (UTC).
            </p>
            <BarChart
              label={`Unlocks by ${noun}`}
              nameOfBars="Time"
              series={[{ name: 'Unlocks', colour: 'accent' }]}
              bars={bins.map((bin) => ({
                name: nameOf(size, bin),
                tick: tickOf(size, bin),
                words: `${nameOf(size, bin)}: ${count(bin.unlocks, 'unlock')}`,
                values: [bin.unlocks],
              }))}
              ticks={ticks}
            />
          </>
        );
      }}
    </Read>
  );
}
