import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardsEarned, beatenAwardsEarned, countsForBeaten } from './awards.ts';
import type { AchievementKind, AchievementSet } from './catalogue.ts';
import type { LedgerEntry } from './ledger.ts';
import { arbitrarySet, arbitraryUnlocks, ledgerOf } from './testing/arbitrary-set.ts';
import { noWorse } from './testing/no-worse.ts';

/** Promoted achievements of these kinds, with the ids 1, 2, … */
function setOf(...kinds: (AchievementKind | null)[]): AchievementSet {
  return kinds.map((kind, index) => ({ id: index + 1, points: 5, kind, promoted: true }));
}

/** The ledger of a player who has achievement 1, 2, … at [S, H]; null where it is not unlocked. */
function unlockedAt(...times: ([number, number | null] | null)[]): ReadonlyMap<number, LedgerEntry> {
  const ledger = new Map<number, LedgerEntry>();
  for (const [index, time] of times.entries()) {
    if (time !== null) ledger.set(index + 1, { softcoreAt: time[0], hardcoreAt: time[1] });
  }
  return ledger;
}

const P = 'progression';
const W = 'win_condition';

describe('a game is beaten', () => {
  it.each([
    [
      'with every progression achievement, at the last of them',
      [P, P],
      [
        [3, 3],
        [7, null],
      ],
      7,
    ],
    ['not while one is missing', [P, P], [[3, 3], null], undefined],
    [
      'with a win condition too, where there are any',
      [P, W],
      [
        [3, null],
        [9, null],
      ],
      9,
    ],
    ['not without one', [P, W, 'missable'], [[3, null], null, [9, null]], undefined],
    ['not by a win condition alone, if there is progression', [P, W], [null, [9, null]], undefined],
    [
      'at the first win condition, not the last',
      [P, W, W],
      [
        [3, null],
        [9, null],
        [5, null],
      ],
      5,
    ],
    [
      'no sooner than the last progression',
      [P, W],
      [
        [8, null],
        [5, null],
      ],
      8,
    ],
    ['by any one of win conditions alone', [W, W, W], [null, [6, null], null], 6],
    ['without what is missable or has no type', [P, 'missable', null], [[3, null], null, null], 3],
    [
      'never, where the set has neither type',
      ['missable', null],
      [
        [3, 3],
        [4, 4],
      ],
      undefined,
    ],
    ['at the time 0 as at any other', [P], [[0, null]], 0],
    [
      'before 1970, should a clock say so',
      [P, W],
      [
        [-9, null],
        [-5, null],
      ],
      -5,
    ],
  ] satisfies [string, (AchievementKind | null)[], ([number, number | null] | null)[], number | undefined][])(
    '%s',
    (_, kinds, times, expected) => {
      const inHardcore = times.map((time) => time && ([-100, time[0]] satisfies [number, number]));
      expect(awardsEarned(setOf(...kinds), unlockedAt(...times))['beaten-softcore']).toBe(expected);
      expect(awardsEarned(setOf(...kinds), unlockedAt(...inHardcore))['beaten-hardcore']).toBe(expected);
    },
  );

  it('in hardcore only by what was unlocked in hardcore', () => {
    expect(awardsEarned(setOf(P, W), unlockedAt([3, 3], [4, null]))).toEqual({ 'beaten-softcore': 4 });
    expect(awardsEarned(setOf(P, W), unlockedAt([3, 5], [4, 8]))).toEqual({
      'beaten-softcore': 4,
      'beaten-hardcore': 8,
    });
  });

  it('without its unpromoted achievements: they count neither for it nor against it', () => {
    const [first, second] = setOf(P, P);
    const set = [first, second && { ...second, promoted: false }].filter((one) => one !== undefined);
    expect(awardsEarned(set, unlockedAt([3, null], [9, null]))).toEqual({ 'beaten-softcore': 3 });
    expect(awardsEarned(set, unlockedAt([3, null]))).toEqual({ 'beaten-softcore': 3 });
    expect(awardsEarned(set, unlockedAt(null, [9, null]))).toEqual({});
  });
});

describe('the awards for beating a game', () => {
  it('are known from what it is beaten by alone', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, (set, unlocks) => {
        const { completed, mastered, ...beaten } = awardsEarned(set, ledgerOf(unlocks));
        expect(beatenAwardsEarned(set.filter(countsForBeaten), ledgerOf(unlocks))).toEqual(beaten);
      }),
    );
  });
});

describe('a game is completed and mastered', () => {
  const six = setOf(null, null, null, null, null, 'missable');
  const five = six.slice(1);
  const all = unlockedAt([1, 2], [3, 4], [5, 6], [7, 8], [5, 9], [6, 6]);

  it('with all of at least 6 achievements, at the last S and at the last H', () => {
    expect(awardsEarned(six, all)).toEqual({ completed: 7, mastered: 9 });
  });

  it('not with all of 5', () => {
    expect(awardsEarned(five, all)).toEqual({});
  });

  it('with fewer or only with more, where the setting says so', () => {
    expect(awardsEarned(five, all, 5)).toEqual({ completed: 7, mastered: 9 });
    expect(awardsEarned(six, all, 7)).toEqual({});
  });

  it('not while one is missing', () => {
    const missing = new Map([...all].filter(([id]) => id !== 3));
    expect(awardsEarned(six, missing)).toEqual({});
  });

  it('is completed but not mastered while one is in softcore only', () => {
    const mixed = new Map(all).set(6, { softcoreAt: 20, hardcoreAt: null });
    expect(awardsEarned(six, mixed)).toEqual({ completed: 20 });
  });

  it('by the promoted achievements alone: an unpromoted one makes up no minimum and is not needed', () => {
    const draft = { id: 7, points: 5, kind: null, promoted: false };
    expect(awardsEarned([...five, draft], new Map(all).set(7, { softcoreAt: 1, hardcoreAt: 1 }))).toEqual({});
    expect(awardsEarned([...six, draft], all)).toEqual({ completed: 7, mastered: 9 });
  });

  it('never, where the set is empty, however low the minimum', () => {
    expect(awardsEarned([], new Map(), 0)).toEqual({});
  });
});

describe('any awards', () => {
  const minimum = fc.integer({ min: 1, max: 6 });

  it('in hardcore imply the same in softcore, no later', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, minimum, (set, unlocks, least) => {
        const awards = awardsEarned(set, ledgerOf(unlocks), least);
        const { mastered, 'beaten-hardcore': beaten } = awards;
        expect(noWorse(awards, mastered === undefined ? {} : { completed: mastered })).toBe(true);
        expect(noWorse(awards, beaten === undefined ? {} : { 'beaten-softcore': beaten })).toBe(true);
      }),
    );
  });

  it('only ever improve with more unlocks, whenever those were', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, arbitraryUnlocks, minimum, (set, unlocks, more, least) => {
        const before = awardsEarned(set, ledgerOf(unlocks), least);
        const after = awardsEarned(set, ledgerOf([...unlocks, ...more]), least);
        expect(noWorse(after, before)).toBe(true);
      }),
    );
  });

  it('are those of the promoted achievements alone', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, minimum, (set, unlocks, least) => {
        const promoted = set.filter((achievement) => achievement.promoted);
        const ledger = ledgerOf(unlocks);
        expect(awardsEarned(set, ledger, least)).toEqual(awardsEarned(promoted, ledger, least));
      }),
    );
  });

  it('are granted at the time of some unlock of the set', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, minimum, (set, unlocks, least) => {
        const ids = new Set(set.map((achievement) => achievement.id));
        const times = unlocks.filter((unlock) => ids.has(unlock.achievementId)).map((unlock) => unlock.at);
        for (const at of Object.values(awardsEarned(set, ledgerOf(unlocks), least)))
          expect(times).toContain(at);
      }),
    );
  });
});
