import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binned } from './bins.ts';

const at = (...times: string[]) => times.map((time) => Date.parse(time));
const sizeOf = (...times: string[]) => binned(at(...times)).size;

describe('unlocks over time', () => {
  it('are counted with the bins between that have none', () => {
    const { size, bins } = binned(
      at('2023-12-31T23:59:59Z', '2024-02-01T00:00:00Z', '2023-12-01T00:00:00Z', '2021-01-31T00:00:00Z'),
    );
    expect(size).toBe('month');
    expect(bins).toHaveLength(38);
    const some = bins.filter(({ unlocks }) => unlocks > 0);
    expect(some.map(({ from, unlocks }) => [new Date(from).toISOString().slice(0, 10), unlocks])).toEqual([
      ['2021-01-01', 1],
      ['2023-12-01', 2],
      ['2024-02-01', 1],
    ]);
  });

  it('are in weeks from Monday', () => {
    const { size, bins } = binned(at('2023-10-04T12:00:00Z', '2023-02-01T00:00:00Z'));
    expect(size).toBe('week');
    expect(new Date(bins.at(-1)?.from ?? 0).toISOString()).toBe('2023-10-02T00:00:00.000Z');
  });

  it.each([
    ['hour', '2023-10-27T00:19:05Z', '2023-10-25T23:00:00Z'],
    ['quarter of a day', '2023-10-27T00:19:05Z', '2023-10-18T23:05:58Z'],
    ['day', '2023-10-27T00:19:05Z', '2023-09-22T08:27:20Z'],
    ['quarter of a year', '2023-10-27T00:19:05Z', '2012-11-02T00:03:12Z'],
    ['year', '2042-10-27T00:19:05Z', '2012-11-02T00:03:12Z'],
  ])('are by %s from %s back to %s', (size, last, first) => {
    expect(sizeOf(first, last)).toBe(size);
  });

  it('are nothing of nothing', () => {
    expect(binned([]).bins).toEqual([]);
  });

  it('are each counted once, in the bin in which they lie, and the bins are as few as can be read', () => {
    const time = fc.integer({ min: Date.UTC(2012), max: Date.UTC(2040) });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1 }), (times) => {
        const { size, bins } = binned(times);
        expect(bins.length).toBeLessThanOrEqual(60);
        const spread = Math.max(...times) - Math.min(...times);
        // A long time is never told by a few bars.
        if (spread > 48 * 3_600_000) expect(bins.length).toBeGreaterThanOrEqual(8);
        expect(bins.map(({ unlocks }) => unlocks)).toEqual(
          bins.map(({ from, until }) => times.filter((at) => at >= from && at < until).length),
        );
        expect(bins.reduce((sum, { unlocks }) => sum + unlocks, 0)).toBe(times.length);
        expect([bins[0]?.unlocks, bins.at(-1)?.unlocks, size]).not.toContain(0);
      }),
    );
  });
});
