import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecentMap } from './recent-map.ts';

const SIZE = 4;
const key = fc.integer({ min: 0, max: 20 });
const command = fc.oneof(
  fc.record({ kind: fc.constant('set'), key, value: fc.integer() }),
  fc.record({ kind: fc.constantFrom('get', 'delete'), key, value: fc.constant(0) }),
  fc.record({ kind: fc.constant('clear'), key, value: fc.constant(0) }),
);

it('gives what was set last, or nothing; never what was deleted', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const map = new RecentMap<number, number>(SIZE);
      const model = new Map<number, number>();
      for (const { kind, key, value } of commands) {
        if (kind === 'set') {
          map.set(key, value);
          model.set(key, value);
        }
        if (kind === 'get') expect([undefined, model.get(key)]).toContain(map.get(key));
        if (kind === 'delete') {
          map.delete(key);
          model.delete(key);
        }
        if (kind === 'clear') {
          map.clear();
          model.clear();
        }
      }
    }),
  );
});

it('keeps the last few that were used, and forgets the others in time', () => {
  const map = new RecentMap<number, string>(SIZE);
  for (let n = 0; n < 100; n += 1) {
    map.set(n, 'set');
    expect(map.get(0)).toBe('set');
    for (let last = Math.max(n - SIZE + 2, 0); last <= n; last += 1) expect(map.get(last)).toBe('set');
  }
  const kept = Array.from({ length: 100 }, (_, n) => map.get(n)).filter((value) => value !== undefined);
  expect(kept.length).toBeLessThanOrEqual(2 * SIZE);
});
