import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UnderWay } from './under-way.ts';

const step = fc.record({
  name: fc.stringMatching(/^[ab]{1,9}$/),
  kind: fc.constantFrom('set', 'delete', 'get'),
});

it('gives what is being made under a name, or nothing, and never what is not any more', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const underWay = new UnderWay<string>();
      const model = new Map<string, Promise<string>>();
      for (const { name, kind } of steps) {
        if (kind === 'set') {
          const making = Promise.resolve(name);
          underWay.set(name, making);
          model.set(name, making);
          expect(underWay.get(name)).toBe(making);
        } else if (kind === 'delete') {
          underWay.delete(name);
          model.delete(name);
        }
        expect([undefined, model.get(name)]).toContain(underWay.get(name));
      }
    }),
  );
});

it('forgets one of two that fall on the same place, and not the other', () => {
  const underWay = new UnderWay<number>();
  const names = Array.from({ length: 10_000 }, (_, n) => `name ${n}`);
  for (const [n, name] of names.entries()) underWay.set(name, Promise.resolve(n));
  const left = names.filter((name) => underWay.get(name) !== undefined);
  expect(left.length).toBeGreaterThan(400);
  for (const name of names) underWay.delete(name);
  expect(names.filter((name) => underWay.get(name) !== undefined)).toEqual([]);
});
