import { expect, it } from 'vitest';
import { readOptions, sizesOf } from './options.ts';

function sizes(...args: string[]): number[] {
  const options = readOptions(['--unlocks', '5000', ...args]);
  return options === undefined ? [] : [...sizesOf(options)];
}

it('needs the worlds in which its sections measure, and no others', () => {
  expect(sizes()).toEqual([500, 5000]);
  expect(sizes('--only', 'start', '--only', 'disk')).toEqual([5000]);
  expect(sizes('--only', 'pages')).toEqual([500]);
  expect(sizes('--only', 'import')).toEqual([]);
});

it('says what is wrong with an option', () => {
  expect(() => readOptions(['--only', 'all'])).toThrow('--only should be one of endpoints');
  expect(() => readOptions(['--unlocks', 'many'])).toThrow('--unlocks should be a whole number from 1000');
});
