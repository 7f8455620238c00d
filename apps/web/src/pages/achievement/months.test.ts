import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byMonth } from './months.ts';

it('counts by month, with the months between that have none', () => {
  const times = ['2023-12-31T23:59:59Z', '2024-02-01T00:00:00Z', '2023-12-01T00:00:00Z'].map(
    (at) => new Date(at),
  );
  expect(byMonth(times)).toEqual([
    { month: '2023-12', unlocks: 2 },
    { month: '2024-01', unlocks: 0 },
    { month: '2024-02', unlocks: 1 },
  ]);
});

it('is nothing of nothing', () => {
  expect(byMonth([])).toEqual([]);
});

it('counts each once', () => {
  const times = fc.array(
    fc.date({ min: new Date('2012-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  );
  fc.assert(
    fc.property(times, (all) => {
      expect(byMonth(all).reduce((sum, { unlocks }) => sum + unlocks, 0)).toBe(all.length);
    }),
  );
});
