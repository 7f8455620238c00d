import { describe, expect, it } from 'vitest';
import { calendar } from './calendar.ts';

/** A Wednesday. */
const TODAY = new Date('2026-11-18T15:00:00Z');

describe('a calendar', () => {
  const weeks = calendar(
    ['2026-11-18T00:00:00Z', '2026-11-18T23:59:59Z', '2026-11-09T12:00:00Z', '2020-01-01T00:00:00Z'].map(
      (at) => new Date(at),
    ),
    TODAY,
    2,
  );

  it('has whole weeks from Monday, and ends today', () => {
    expect(weeks.map((days) => days.length)).toEqual([7, 3]);
    expect(weeks[0]?.[0]?.date).toBe('2026-11-09');
    expect(weeks.at(-1)?.at(-1)?.date).toBe('2026-11-18');
  });

  it('counts what lies in it', () => {
    expect(weeks.flat().filter(({ unlocks }) => unlocks > 0)).toEqual([
      { date: '2026-11-09', unlocks: 1 },
      { date: '2026-11-18', unlocks: 2 },
    ]);
  });
});
