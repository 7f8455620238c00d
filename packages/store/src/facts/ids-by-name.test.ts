import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf } from '../hash-of.ts';
import { IdsByName } from './ids-by-name.ts';

it('gives the id that was set last for a name, as long as eight others at most were set since', () => {
  const entry = fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 50 }), (entries) => {
      const ids = new IdsByName(1);
      for (const [name] of entries) expect(ids.get(name)).toBeUndefined();
      for (const [name, id] of entries) {
        ids.set(name, id);
        expect(ids.get(name)).toBe(id);
      }
      const latest = new Map(entries.map(([name, id]) => [hashOf(name), id]));
      const bySetting = new Map(entries.map(([name], index) => [hashOf(name), index]));
      const kept = [...bySetting]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 8)
        .map(([hash]) => hash);
      for (const [name] of entries) {
        const hash = hashOf(name);
        expect(ids.get(name)).toBe(kept.includes(hash) ? latest.get(hash) : undefined);
      }
    }),
  );
});

it('keeps nearly all of half as many names as it has places for', () => {
  const ids = new IdsByName(2 ** 10);
  const names = Array.from({ length: 2 ** 12 }, (_, n) => `player${n}`);
  for (const [index, name] of names.entries()) ids.set(name, index + 1);
  expect(names.filter((name, index) => ids.get(name) === index + 1).length).toBeGreaterThan(
    0.98 * names.length,
  );
});
