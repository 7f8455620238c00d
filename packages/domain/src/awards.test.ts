import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWARD_KINDS, type Awards, highestAward, mergeAwards } from './awards.ts';
import { arbitraryTime } from './testing/arbitrary-set.ts';
import { noWorse } from './testing/no-worse.ts';

const arbitraryAwards: fc.Arbitrary<Awards> = fc.record(
  {
    'beaten-softcore': arbitraryTime,
    'beaten-hardcore': arbitraryTime,
    completed: arbitraryTime,
    mastered: arbitraryTime,
  },
  { requiredKeys: [] },
);

describe('mergeAwards', () => {
  it('keeps what is held, adds what is new, and takes the earlier of two times', () => {
    const held = { 'beaten-softcore': 100, completed: 200 };
    expect(mergeAwards(held, { completed: 150, mastered: 300 })).toEqual({
      'beaten-softcore': 100,
      completed: 150,
      mastered: 300,
    });
    expect(mergeAwards(held, { completed: 250 })).toEqual(held);
    expect(mergeAwards(held, {})).toEqual(held);
    expect(mergeAwards({ completed: 0 }, { completed: 5 })).toEqual({ completed: 0 });
  });

  it('only ever improves the awards', () => {
    fc.assert(
      fc.property(arbitraryAwards, arbitraryAwards, (held, granted) => {
        const merged = mergeAwards(held, granted);
        expect(noWorse(merged, held)).toBe(true);
        expect(noWorse(merged, granted)).toBe(true);
      }),
    );
  });

  it('is idempotent, commutative and associative', () => {
    fc.assert(
      fc.property(arbitraryAwards, arbitraryAwards, arbitraryAwards, (a, b, c) => {
        expect(mergeAwards(a, a)).toEqual(a);
        expect(mergeAwards(a, b)).toEqual(mergeAwards(b, a));
        expect(mergeAwards(mergeAwards(a, b), c)).toEqual(mergeAwards(a, mergeAwards(b, c)));
      }),
    );
  });

  it('leaves alone what it is given', () => {
    const held = Object.freeze({ completed: 200 });
    mergeAwards(held, Object.freeze({ completed: 100 }));
    expect(held).toEqual({ completed: 200 });
  });
});

describe('highestAward', () => {
  it('is the highest kind, whatever the times', () => {
    const awards: Awards = { mastered: 10, completed: 20, 'beaten-hardcore': 30, 'beaten-softcore': 40 };
    expect(highestAward(awards)).toEqual({ kind: 'mastered', at: 10 });
  });

  it.each(AWARD_KINDS)('is %s where that is all there is, even at the time 0', (kind) => {
    expect(highestAward({ [kind]: 0 })).toEqual({ kind, at: 0 });
  });

  it('ranks beaten-hardcore below completed', () => {
    expect(highestAward({ 'beaten-hardcore': 1, completed: 2 })).toEqual({ kind: 'completed', at: 2 });
  });

  it('is null where there is none', () => {
    expect(highestAward({})).toBeNull();
  });
});
