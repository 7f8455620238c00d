import { expect, it } from 'vitest';
import { median } from './median.ts';

it('is the middle one', () => {
  expect(median([9, 1, 5])).toBe(5);
});

it('is between the two in the middle, of an even number', () => {
  expect(median([4, 1, 9, 2])).toBe(3);
});

it('does not exist of nothing', () => {
  expect(() => median([])).toThrow(RangeError);
});
