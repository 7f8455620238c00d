import { useQuery } from '@tanstack/react-query';
import card from '../../parts/card.module.css';
import { Read } from '../../parts/read.tsx';
import { timeOf } from '../../parts/time.tsx';
import styles from './activity.module.css';
import { calendar } from './calendar.ts';
import { recentUnlocks, WEEKS } from './recent.ts';

/** On which days a player has unlocked something. */
export function Activity({ username }: { readonly username: string }) {
  const unlocks = useQuery(recentUnlocks(username));
  return (
    <section className={card.section} aria-labelledby="activity">
      <h2 id="activity">Activity</h2>
      <Read query={unlocks} tall={10}>
        {(all) => {
          const weeks = calendar(
            all.map(({ date }) => timeOf(date)),
            new Date(),
            WEEKS,
          );
          const busy = weeks.flat().filter((day) => day.unlocks > 0);
          return (
            <>
              <div className={styles.weeks} aria-hidden>
                {weeks.map((days) => (
                  <div key={days[0]?.date} className={styles.week}>
                    {days.map(({ date, unlocks: count }) => (
                      <span
                        key={date}
                        className={styles.day}
                        data-level={levelOf(count)}
                        title={`${date}: ${count}`}
                      />
                    ))}
                  </div>
                ))}
              </div>
              <p className={card.small}>
                {all.length.toLocaleString()} unlocks on {busy.length} days of the last {WEEKS} weeks.
              </p>
            </>
          );
        }}
      </Read>
    </section>
  );
}

function levelOf(unlocks: number): number {
  return unlocks === 0 ? 0 : unlocks < 5 ? 1 : unlocks < 15 ? 2 : 3;
}
