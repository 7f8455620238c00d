import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashedName } from './hashed-name.ts';
import { UnderWay } from './under-way.ts';

const step = fc.record({
  text: fc.stringMatching(/^[ab]{1,9}$/),
  kind: fc.constantFrom('set', 'delete', 'get'),
});

it('gives what is being made under a name, or nothing, and never what is not any more', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const underWay = new UnderWay<string>();
      const model = new Map<string, Promise<string>>();
      for (const { text, kind } of steps) {
        // Another object each time, as each request has its own.
        const name = new HashedName(text);
        if (kind === 'set') {
          const making = Promise.resolve(text);
          underWay.set(name, making);
          model.set(text, making);
          expect(underWay.get(name)).toBe(making);
        } else if (kind === 'delete') {
          underWay.delete(name);
          model.delete(text);
        }
        expect([undefined, model.get(text)]).toContain(underWay.get(name));
      }
    }),
  );
});

it('forgets one of two that fall on the same place, and not the other', () => {
  const underWay = new UnderWay<number>();
  const names = Array.from({ length: 10_000 }, (_, n) => new HashedName(`name ${n}`));
  for (const [n, name] of names.entries()) underWay.set(name, Promise.resolve(n));
  const left = names.filter((name) => underWay.get(name) !== undefined);
  expect(left.length).toBeGreaterThan(400);
  for (const name of names) underWay.delete(name);
  expect(names.filter((name) => underWay.get(name) !== undefined)).toEqual([]);
});
