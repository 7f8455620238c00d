import { expect, it } from 'vitest';
import { shareOfSlow } from './slow-time.ts';

it('is what work took that took more than three times as long as usual', () => {
  expect(shareOfSlow([10, 10, 30, 10, 40])).toBe(0.4);
  expect(shareOfSlow([10, 12, 9, 30])).toBe(0);
});
