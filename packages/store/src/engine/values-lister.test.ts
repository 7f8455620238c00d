import { expect, it } from 'vitest';
import { valuesLister } from './values-lister.ts';

it('adds what a row has under its names, in their order, to what is there', () => {
  const add = valuesLister<{ a: number; 'b "c"': string | null }>(['b "c"', 'a']);
  const list: unknown[] = [0];
  add(list, { a: 1, 'b "c"': 'x' });
  add(list, { 'b "c"': null, a: 2 });
  expect(list).toEqual([0, 'x', 1, null, 2]);
});
