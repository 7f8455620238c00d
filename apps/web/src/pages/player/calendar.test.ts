import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, levelOf, monthsOf } from './calendar.ts';

const DAY = 86_400_000;
/** A Wednesday. */
const NOW = Date.parse('2026-11-18T15:00:00Z');
const dateOf = (time: number | undefined) => new Date(time ?? Number.NaN).toISOString().slice(0, 10);
/** What the server tells of a day. */
const active = (date: string, numAchieved = 1) => ({ date, numAchieved, numAchievedHardcore: 0 });

describe('a calendar', () => {
  const recent = calendar(
    [active('2026-11-18', 2), active('2026-11-09'), active('2026-11-08', 5), active('2020-01-01')],
    { now: NOW, weeks: 2 },
  );

  it('has whole weeks from Monday, and ends today', () => {
    expect(recent.map(({ week, weekday }) => `${week} ${weekday}`)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `${Math.floor(nth / 7)} ${nth % 7}`),
    );
    expect([dateOf(recent[0]?.at), dateOf(recent.at(-1)?.at)]).toEqual(['2026-11-09', '2026-11-18']);
  });

  it('has what was unlocked on each of them', () => {
    const busy = recent.filter(({ unlocks }) => unlocks > 0);
    expect(busy.map((day) => [dateOf(day.at), day.unlocks])).toEqual([
      ['2026-11-09', 1],
      ['2026-11-18', 2],
    ]);
  });

  it('ends with the last unlock of who has not been there for weeks', () => {
    const days = calendar([active('2023-10-26')], { now: NOW, weeks: 53 });
    expect([dateOf(days[0]?.at), dateOf(days.at(-1)?.at)]).toEqual(['2022-10-24', '2023-10-26']);
    expect(days.at(-1)).toMatchObject({ unlocks: 1, week: 52, weekday: 3 });
  });

  it('ends today still when the last unlock is four weeks less a moment ago, and not a moment later', () => {
    const lastOf = (now: string) =>
      dateOf(calendar([active('2026-10-01')], { now: Date.parse(now), weeks: 53 }).at(-1)?.at);
    expect(lastOf('2026-10-28T23:59:59Z')).toBe('2026-10-28');
    expect(lastOf('2026-10-29T00:00:00Z')).toBe('2026-10-01');
  });

  it('has the last unlock where it is tomorrow already for the server', () => {
    const days = calendar([active('2026-11-19', 3)], { now: NOW, weeks: 2 });
    expect(days.at(-1)).toMatchObject({ at: Date.parse('2026-11-19'), unlocks: 3 });
  });

  it('is nothing without unlocks', () => {
    expect(calendar([], { now: NOW, weeks: 53 })).toEqual([]);
  });

  it('is days one after the other, as many weeks as there is room for, each with what was unlocked', () => {
    const someDays = fc.uniqueArray(fc.integer({ min: Date.UTC(2024), max: NOW + DAY }).map(dateOf), {
      minLength: 1,
    });
    fc.assert(
      fc.property(someDays, fc.integer({ min: 1, max: 53 }), (dates, weeks) => {
        const newestFirst = dates.toSorted().reverse();
        const all = newestFirst.map((date, nth) => active(date, nth + 1));
        const days = calendar(all, { now: NOW, weeks });
        const first = days[0]?.at ?? Number.NaN;
        expect(days.map(({ week: _, ...day }) => day)).toEqual(
          days.map((_, nth) => {
            const start = first + nth * DAY;
            return {
              at: start,
              unlocks: all.find(({ date }) => date === dateOf(start))?.numAchieved ?? 0,
              weekday: (new Date(start).getUTCDay() + 6) % 7,
            };
          }),
        );
        expect(days[0]).toMatchObject({ week: 0, weekday: 0 });
        expect(days.at(-1)?.week).toBe(weeks - 1);
        expect(days.at(-1)?.at).toBeGreaterThanOrEqual(Date.parse(newestFirst[0] ?? ''));
        // So that as many days are enough to ask for.
        expect(days.length).toBeLessThanOrEqual(weeks * 7);
      }),
    );
  });
});

it('names months where they begin, and never one over the other', () => {
  const days = calendar([active('2023-10-26')], { now: NOW, weeks: 53 });
  const months = monthsOf(days);
  expect(months.map((month) => dateOf(month.at).slice(0, 7))).toEqual([
    ...['2022-11', '2022-12', '2023-01', '2023-02', '2023-03', '2023-04', '2023-05', '2023-06'],
    ...['2023-07', '2023-08', '2023-09', '2023-10'],
  ]);
  for (const [nth, { week }] of months.entries())
    expect((months[nth + 1]?.week ?? 99) - week).toBeGreaterThanOrEqual(3);
});

it.each([
  [0, 40, 0],
  [1, 40, 1],
  [11, 40, 2],
  [40, 40, 4],
  [1, 1, 4],
])('%i of at most %i is level %i', (unlocks, most, level) => {
  expect(levelOf(unlocks, most)).toBe(level);
});
