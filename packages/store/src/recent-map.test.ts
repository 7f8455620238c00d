import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecentMap } from './recent-map.ts';

const SIZE = 4;
const key = fc.integer({ min: 0, max: 20 });
const command = fc.record({ kind: fc.constantFrom('set', 'get'), key, value: fc.integer() });

it('gives what was set last, or nothing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const map = new RecentMap<number, number>(SIZE);
      const model = new Map<number, number>();
      for (const { kind, key, value } of commands) {
        if (kind === 'set') {
          map.set(key, value);
          model.set(key, value);
        } else expect([undefined, model.get(key)]).toContain(map.get(key));
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
