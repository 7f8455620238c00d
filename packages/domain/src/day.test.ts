import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startOfDay } from './day.ts';

it('a day begins at midnight in UTC', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (at) => {
      const day = new Date(at * 1000).toISOString().slice(0, 10);
      expect(startOfDay(at)).toBe(Date.parse(`${day}T00:00:00Z`) / 1000);
    }),
  );
});

it.each([
  ['its first second', '2023-10-27T00:00:00Z', '2023-10-27T00:00:00Z'],
  ['its last second', '2023-10-27T23:59:59Z', '2023-10-27T00:00:00Z'],
  ['the next one', '2023-10-28T00:00:00Z', '2023-10-28T00:00:00Z'],
])('a day has %s', (_, at, start) => {
  expect(startOfDay(Date.parse(at) / 1000)).toBe(Date.parse(start) / 1000);
});
