import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from './distribution.ts';
import { progressOf } from './progress.ts';
import { arbitrarySet, arbitraryUnlocks, ledgerOf } from './testing/arbitrary-set.ts';

describe('distributionOf', () => {
  it('has a bucket for each number of achievements, 0 where no player has that many', () => {
    const buckets = [
      { achieved: 4, players: 1 },
      { achieved: 1, players: 7 },
    ];
    expect(distributionOf(4, buckets)).toEqual([7, 0, 0, 1]);
  });

  it('has no bucket for players with none', () => {
    expect(distributionOf(2, [{ achieved: 0, players: 9 }])).toEqual([0, 0]);
  });

  it('is empty for a set without achievements', () => {
    expect(distributionOf(0, [{ achieved: 0, players: 9 }])).toEqual([]);
  });

  it.each([
    ['achieved', true],
    ['achievedHardcore', true],
    ['unpromoted', false],
    ['unpromotedHardcore', false],
  ] as const)('adds up to the number of players with at least one (%s)', (count, promoted) => {
    fc.assert(
      fc.property(arbitrarySet, fc.array(arbitraryUnlocks, { maxLength: 6 }), (set, players) => {
        const counts = players.map((unlocks) => progressOf(set, ledgerOf(unlocks))[count]);
        const size = set.filter((achievement) => achievement.promoted === promoted).length;
        const groups = Map.groupBy(counts, (achieved) => achieved);
        const buckets = [...groups].map(([achieved, { length }]) => ({ achieved, players: length }));

        const distribution = distributionOf(size, buckets);

        expect(distribution).toHaveLength(size);
        expect(distribution.reduce((sum, bucket) => sum + bucket, 0)).toBe(
          counts.filter((achieved) => achieved > 0).length,
        );
      }),
    );
  });
});
