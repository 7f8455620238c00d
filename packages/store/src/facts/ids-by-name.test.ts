import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdsByName } from './ids-by-name.ts';

it('gives the id that was set last for a name, or one that was set later for another name', () => {
  const entry = fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 50 }), (entries) => {
      const ids = new IdsByName(16);
      for (const [name] of entries) expect(ids.get(name)).toBeUndefined();
      for (const [name, id] of entries) {
        ids.set(name, id);
        expect(ids.get(name)).toBe(id);
      }
      for (const [name] of entries) {
        const last = entries.findLastIndex(([other]) => other === name);
        expect(entries.slice(last).map(([, id]) => id)).toContain(ids.get(name));
      }
    }),
  );
});

it('keeps most of as many names as it has places for eight times', () => {
  const ids = new IdsByName(2 ** 13);
  const names = Array.from({ length: 1_000 }, (_, n) => `player${n}`);
  for (const [index, name] of names.entries()) ids.set(name, index + 1);
  expect(names.filter((name, index) => ids.get(name) === index + 1).length).toBeGreaterThan(900);
});
