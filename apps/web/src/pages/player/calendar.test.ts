import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, levelOf, monthsOf } from './calendar.ts';

const DAY = 86_400_000;
/** A Wednesday. */
const NOW = Date.parse('2026-11-18T15:00:00Z');
const at = (...times: string[]) => times.map((time) => Date.parse(time));
const dateOf = (time: number | undefined) => new Date(time ?? Number.NaN).toISOString().slice(0, 10);

describe('a calendar', () => {
  const recent = calendar(
    at('2026-11-18T00:00:00Z', '2026-11-18T23:59:59Z', '2026-11-09T12:00:00Z', '2020-01-01T00:00:00Z'),
    { now: NOW, weeks: 2, isCut: false },
  );

  it('has whole weeks from Monday, and ends today', () => {
    expect(recent.map(({ week, weekday }) => `${week} ${weekday}`)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `${Math.floor(nth / 7)} ${nth % 7}`),
    );
    expect([dateOf(recent[0]?.at), dateOf(recent.at(-1)?.at)]).toEqual(['2026-11-09', '2026-11-18']);
  });

  it('counts what lies in it', () => {
    const busy = recent.filter(({ unlocks }) => unlocks > 0);
    expect(busy.map((day) => [dateOf(day.at), day.unlocks])).toEqual([
      ['2026-11-09', 1],
      ['2026-11-18', 2],
    ]);
  });

  it('ends with the last unlock of who has not been there for weeks', () => {
    const days = calendar(at('2023-10-26T18:04:51Z'), { now: NOW, weeks: 53, isCut: false });
    expect([dateOf(days[0]?.at), dateOf(days.at(-1)?.at)]).toEqual(['2022-10-24', '2023-10-26']);
    expect(days.at(-1)).toMatchObject({ unlocks: 1, week: 52, weekday: 3 });
  });

  it('begins where everything is known', () => {
    const cut = at('2023-10-26T18:04:51Z', '2023-09-22T08:27:20Z');
    const days = calendar(cut, { now: NOW, weeks: 53, isCut: true });
    expect(dateOf(days[0]?.at)).toBe('2023-09-23');
    expect(days[0]).toMatchObject({ week: 0, weekday: 5, unlocks: 0 });
  });

  it('is one day where all that is known was on one', () => {
    const days = calendar(at('2023-10-26T18:04:51Z'), { now: NOW, weeks: 1, isCut: true });
    expect(days.at(-1)).toMatchObject({ unlocks: 1 });
  });

  it('is nothing without unlocks', () => {
    expect(calendar([], { now: NOW, weeks: 53, isCut: false })).toEqual([]);
  });

  it('is days one after the other, never more weeks than there is room for, each unlock counted once', () => {
    const times = fc.array(fc.integer({ min: Date.UTC(2012), max: NOW }), { minLength: 1 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 53 }), fc.boolean(), (all, weeks, isCut) => {
        const days = calendar(all, { now: NOW, weeks, isCut });
        const first = days[0]?.at ?? Number.NaN;
        expect(days.map(({ week: _, ...day }) => day)).toEqual(
          days.map((_, nth) => {
            const start = first + nth * DAY;
            return {
              at: start,
              unlocks: all.filter((time) => time >= start && time < start + DAY).length,
              weekday: (new Date(start).getUTCDay() + 6) % 7,
            };
          }),
        );
        expect(days.at(-1)?.week).toBeLessThan(weeks);
        expect(days.at(-1)?.at).toBeGreaterThanOrEqual(Math.floor(Math.max(...all) / DAY) * DAY);
      }),
    );
  });
});

it('names months where they begin, and never one over the other', () => {
  const days = calendar(at('2023-10-26T18:04:51Z'), { now: NOW, weeks: 53, isCut: false });
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
