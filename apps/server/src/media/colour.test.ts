import { expect, it } from 'vitest';
import { dimmed, hsl, mix } from './colour.ts';

it.each([
  ['red', 0, [255, 0, 0]],
  ['yellow', 1 / 6, [255, 255, 0]],
  ['green', 1 / 3, [0, 255, 0]],
  ['blue', 2 / 3, [0, 0, 255]],
  ['red again', 1, [255, 0, 0]],
])('hsl: %s', (_, hue, expected) => {
  expect(hsl(hue, 1, 0.5)).toEqual(expected);
});

it('mix goes from the first to the second', () => {
  const shares = [0, 0.5, 1].map((share) => mix([0, 10, 20], [100, 10, 0], share));
  expect(shares).toEqual([
    [0, 10, 20],
    [50, 10, 10],
    [100, 10, 0],
  ]);
});

it('dimmed is grey, and darker', () => {
  expect(dimmed([255, 255, 255])).toEqual([153, 153, 153]);
  expect(dimmed([0, 255, 0])).toEqual([90, 90, 90]);
});
