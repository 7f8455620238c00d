import { expect, it } from 'vitest';
import { percent } from './percent.ts';

it.each([
  [0, 0, '0 %'],
  [0, 5, '0 %'],
  [1, 100_000, '< 0.1 %'],
  [1, 40, '2.5 %'],
  [5, 40, '13 %'],
  [40, 40, '100 %'],
])('%i of %i is %s', (part, whole, words) => {
  expect(percent(part, whole)).toBe(words);
});
