import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText } from './count-text.ts';

test.each([0, 7, 999, 1000, 1001, 1099, 999_999, 1_000_000, Number.MAX_SAFE_INTEGER])('%d', (count) => {
  expect(countText(count)).toBe(String(count));
});

test('any count', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (count) => countText(count) === String(count)));
});
