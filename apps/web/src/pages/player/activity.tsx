import { getUserActivity } from '@laurel/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { authorization } from '../../data/session.ts';
import card from '../../parts/card.module.css';
import { count } from '../../parts/count.ts';
import { useIsNarrow } from '../../parts/media.ts';
import { Nothing } from '../../parts/notice.tsx';
import { Read } from '../../parts/read.tsx';
import { Readable } from '../../parts/readable.tsx';
import styles from './activity.module.css';
import { calendar, type Day, levelOf, monthsOf } from './calendar.ts';

const WEEKS = { wide: 53, narrow: 20 };
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', ''];

const months = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
const spans = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });

/** The newest days on which a player has unlocked something: no fewer than there is room for. */
export function activityOf(username: string) {
  return queryOptions({
    queryKey: ['activity', username.toLowerCase()],
    queryFn: async ({ signal }) =>
      getUserActivity(await authorization(), { username, count: WEEKS.wide * 7 }, { signal }),
  });
}

/** On which days a player has unlocked something. */
export function Activity({ username }: { readonly username: string }) {
  const activity = useQuery(activityOf(username));
  const isNarrow = useIsNarrow();
  return (
    <section className={card.section} aria-labelledby="activity">
      <h2 id="activity">Activity</h2>
      <Read query={activity} tall={17}>
        {(active) => {
          const weeks = isNarrow ? WEEKS.narrow : WEEKS.wide;
          const shown = calendar(active, { now: Date.now(), weeks });
          const [first] = shown;
          const last = shown.at(-1);
          if (first === undefined || last === undefined) return <Nothing>No unlocks yet.</Nothing>;
          const busy = shown.filter((day) => day.unlocks > 0);
          const sum = busy.reduce((total, day) => total + day.unlocks, 0);
          const busiest = busy.toSorted((a, b) => b.unlocks - a.unlocks)[0];
          return (
            <>
              <p className={card.quiet}>
                {count(sum, 'unlock')} on {count(busy.length, 'day')}, {spans.formatRange(first.at, last.at)}.
                {busiest === undefined
                  ? null
                  : ` The most on one day: ${busiest.unlocks}, on ${spans.format(busiest.at)}.`}
              </p>
              <Readable
                label="Unlocks by day"
                steps={shown.length}
                start={shown.length - 1}
                wordsOf={(step) => wordsOf(shown[step] ?? last)}
                table={{
                  head: ['Day', 'Unlocks'],
                  rows: busy.toReversed().map((day) => [spans.format(day.at), day.unlocks] as const),
                }}
              >
                {(step, go) => <Weeks shown={shown} step={step} go={go} />}
              </Readable>
            </>
          );
        }}
      </Read>
    </section>
  );
}

interface WeeksProps {
  readonly shown: readonly Day[];
  readonly step: number | undefined;
  readonly go: (step: number) => void;
}

function Weeks({ shown, step, go }: WeeksProps) {
  const most = Math.max(...shown.map(({ unlocks }) => unlocks));
  // Beside the names of the days, and under those of the months.
  const column = (week: number) => week + 2;
  return (
    <div className={styles.calendar}>
      {WEEKDAYS.map((name, weekday) =>
        name === '' ? null : (
          <span key={name} className={styles.weekday} style={{ gridRow: weekday + 2 }}>
            {name}
          </span>
        ),
      )}
      {monthsOf(shown).map(({ at, week }) => (
        <span key={at} className={styles.month} style={{ gridColumn: column(week) }}>
          {months.format(at)}
        </span>
      ))}
      {shown.map(({ at, unlocks, week, weekday }, nth) => (
        <span
          key={at}
          className={styles.day}
          data-level={levelOf(unlocks, most)}
          data-current={nth === step || undefined}
          style={{ gridColumn: column(week), gridRow: weekday + 2 }}
          onPointerEnter={() => go(nth)}
          onPointerDown={() => go(nth)}
        />
      ))}
    </div>
  );
}

function wordsOf({ at, unlocks }: Day): string {
  return `${days.format(at)}: ${unlocks === 0 ? 'nothing unlocked' : count(unlocks, 'unlock')}`;
}
