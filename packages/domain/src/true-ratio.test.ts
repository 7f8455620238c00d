import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trueRatio } from './true-ratio.ts';

describe('trueRatio', () => {
  it.each([
    ['the documented achievement 9 among 12,000 hardcore players', 4, 12_000, 10_830, 4],
    ['an achievement that all have', 25, 300, 300, 25],
    ['one that half of the players have', 10, 200, 100, 16],
    ['a ratio that is not whole: rounded down', 5, 3, 2, 6],
    ['one that nobody has: as if one player had it', 10, 100, 0, 604],
    ['a game without hardcore players', 50, 0, 0, 50],
    ['an unpromoted achievement of such a game', 50, 0, 3, 50],
    ['an unpromoted achievement that more have than play the promoted ones', 10, 1, 4, 5],
    ['no points', 0, 100, 1, 0],
  ])('%s', (_, points, players, unlocks, expected) => {
    expect(trueRatio(points, players, unlocks)).toBe(expected);
  });

  const points = fc.integer({ min: 0, max: 100 });
  const people = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2_000_000_000 }));

  it('equals points × (0.4 + 0.6 × P/U) in exact arithmetic, rounded down', () => {
    fc.assert(
      fc.property(points, people, people, (worth, players, unlocks) => {
        // As a fraction over 10·U, which has no rounding: points × (4·U + 6·P) / (10·U).
        const exact =
          (BigInt(worth) * (4n * BigInt(unlocks) + 6n * BigInt(players))) / (10n * BigInt(unlocks));
        expect(trueRatio(worth, players, unlocks)).toBe(Number(exact));
      }),
      { numRuns: 1000 },
    );
  });

  it('is exact where the ratio is whole, and one below just short of it', () => {
    fc.assert(
      fc.property(points, people, fc.integer({ min: 1, max: 1000 }), (worth, unlocks, factor) => {
        fc.pre(worth > 0);
        const players = unlocks * factor * 5;
        const whole = (2 * worth + 15 * worth * factor) / 5;
        expect(trueRatio(worth, players, unlocks)).toBe(Math.floor(whole));
        expect(trueRatio(5, players, unlocks)).toBe(2 + 15 * factor);
        fc.pre(unlocks > 3);
        expect(trueRatio(5, players - 1, unlocks)).toBe(2 + 15 * factor - 1);
      }),
    );
  });

  it('never falls as an achievement gets rarer', () => {
    fc.assert(
      fc.property(points, people, people, people, (worth, players, a, b) => {
        const [rarer, commoner] = [Math.min(a, b), Math.max(a, b)];
        expect(trueRatio(worth, players, rarer)).toBeGreaterThanOrEqual(trueRatio(worth, players, commoner));
      }),
    );
  });
});
