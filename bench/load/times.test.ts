import { expect, it } from 'vitest';
import { percentile } from './times.ts';

it('is the time within which so many of the answers came, however they are gathered', () => {
  const alone = Array.from({ length: 100 }, (_, index) => [100 - index, 1] as const);
  expect(percentile(0.5, alone)).toBe(50);
  expect(percentile(0.99, alone)).toBe(99);
  expect(percentile(1, alone)).toBe(100);
  const gathered = [
    [5, 1],
    [3, 98],
    [4, 1],
  ] as const;
  expect(percentile(0.5, gathered)).toBe(3);
  expect(percentile(0.99, gathered)).toBe(4);
});

it('does not exist of nothing', () => {
  expect(() => percentile(0.5, [])).toThrow(RangeError);
  expect(() => percentile(0.5, [[1, 0]])).toThrow(RangeError);
});
