import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AchievementSet } from './catalogue.ts';
import { NO_PROGRESS, pointsOf, progressOf } from './progress.ts';
import { arbitrarySet, arbitraryUnlocks, ledgerOf } from './testing/arbitrary-set.ts';

const SET: AchievementSet = [
  { id: 1, points: 5, kind: null, promoted: true },
  { id: 2, points: 10, kind: 'progression', promoted: true },
  { id: 3, points: 25, kind: null, promoted: true },
  { id: 4, points: 50, kind: null, promoted: false },
  { id: 5, points: 100, kind: null, promoted: false },
];

describe('progressOf', () => {
  it('counts what is promoted, in each mode, and apart from it what is not', () => {
    const ledger = new Map([
      [1, { softcoreAt: 10, hardcoreAt: null }],
      [2, { softcoreAt: 5, hardcoreAt: 30 }],
      [4, { softcoreAt: 40, hardcoreAt: 50 }],
      [5, { softcoreAt: 60, hardcoreAt: null }],
    ]);
    expect(progressOf(SET, ledger)).toEqual({
      achieved: 2,
      score: 15,
      achievedHardcore: 1,
      scoreHardcore: 10,
      unpromoted: 2,
      unpromotedHardcore: 1,
      lastUnlockAt: 30,
    });
  });

  it('has no time of a last unlock while only unpromoted achievements are unlocked', () => {
    const progress = progressOf(SET, new Map([[4, { softcoreAt: 40, hardcoreAt: 50 }]]));
    expect(progress).toEqual({ ...NO_PROGRESS, unpromoted: 1, unpromotedHardcore: 1 });
  });

  it.each([0, -5])('has the time of its last unlock even if that is %d', (at) => {
    const progress = progressOf(SET, new Map([[1, { softcoreAt: at - 1, hardcoreAt: at }]]));
    expect(progress.lastUnlockAt).toBe(at);
  });

  it('ignores unlocks of achievements outside the set', () => {
    expect(progressOf(SET, new Map([[9, { softcoreAt: 1, hardcoreAt: 1 }]]))).toEqual(NO_PROGRESS);
  });

  it('is nowhere further in hardcore than in all, nor beyond the whole set', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, (set, unlocks) => {
        const progress = progressOf(set, ledgerOf(unlocks));
        const promoted = set.filter((achievement) => achievement.promoted);
        expect(progress.achievedHardcore).toBeLessThanOrEqual(progress.achieved);
        expect(progress.scoreHardcore).toBeLessThanOrEqual(progress.score);
        expect(progress.unpromotedHardcore).toBeLessThanOrEqual(progress.unpromoted);
        expect(progress.achieved).toBeLessThanOrEqual(promoted.length);
        expect(progress.score).toBeLessThanOrEqual(promoted.reduce((sum, one) => sum + one.points, 0));
      }),
    );
  });

  it('last moved at the latest of all S and H on promoted achievements', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, (set, unlocks) => {
        const ledger = ledgerOf(unlocks);
        const times = set
          .filter((achievement) => achievement.promoted)
          .flatMap(({ id }) => ledger.get(id) ?? [])
          .flatMap(({ softcoreAt, hardcoreAt }) => [softcoreAt, hardcoreAt ?? softcoreAt]);
        const last = times.length === 0 ? null : Math.max(...times);
        expect(progressOf(set, ledger).lastUnlockAt).toBe(last);
      }),
    );
  });
});

describe('pointsOf', () => {
  it('gives hardcore points for an H, and softcore points for an S without one', () => {
    expect(pointsOf({ ...NO_PROGRESS, score: 15, scoreHardcore: 10 })).toEqual({ hardcore: 10, softcore: 5 });
  });

  it('gives the points of each promoted achievement once, in one mode or the other', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, (set, unlocks) => {
        const ledger = ledgerOf(unlocks);
        const expected = { hardcore: 0, softcore: 0 };
        for (const { id, points, promoted } of set) {
          const entry = ledger.get(id);
          if (!promoted || entry === undefined) continue;
          expected[entry.hardcoreAt === null ? 'softcore' : 'hardcore'] += points;
        }
        expect(pointsOf(progressOf(set, ledger))).toEqual(expected);
      }),
    );
  });
});
