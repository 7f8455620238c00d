import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AchievementSet } from './catalogue.ts';
import { NO_PROGRESS } from './progress.ts';
import { listedAt, standingOf } from './standing.ts';
import { arbitrarySet, arbitraryUnlocks, ledgerOf } from './testing/arbitrary-set.ts';
import { noWorse } from './testing/no-worse.ts';

const SET: AchievementSet = [
  { id: 1, points: 5, kind: 'progression', promoted: true },
  { id: 2, points: 10, kind: 'progression', promoted: true },
];
const BOTH = ledgerOf([
  { achievementId: 1, at: 10, hardcore: false },
  { achievementId: 2, at: 20, hardcore: false },
]);

describe('standingOf', () => {
  it('takes an award to an earlier time when its last achievement is demoted', () => {
    const { awards } = standingOf(SET, BOTH, {});
    expect(awards).toEqual({ 'beaten-softcore': 20 });
    const demoted = SET.map((achievement) => ({ ...achievement, promoted: achievement.id === 1 }));
    expect(standingOf(demoted, BOTH, awards).awards).toEqual({ 'beaten-softcore': 10 });
    expect(standingOf(SET, BOTH, { 'beaten-softcore': 10 }).awards).toEqual({ 'beaten-softcore': 10 });
  });

  it('keeps an award when the set grows beyond what is unlocked, while progress follows the set', () => {
    const grown = [
      ...SET,
      { id: 3, points: 1, kind: 'progression', promoted: true },
    ] satisfies AchievementSet;
    const standing = standingOf(grown, BOTH, { 'beaten-softcore': 20 });
    expect(standing.awards).toEqual({ 'beaten-softcore': 20 });
    expect(standing.progress).toMatchObject({ achieved: 2, score: 15 });
  });

  it('keeps awards that say nothing of others: mastered alone is mastered alone', () => {
    expect(standingOf([], new Map(), { mastered: 5 }).awards).toEqual({ mastered: 5 });
  });

  it('needs 6 achievements for completion, or as many as the setting says', () => {
    expect(standingOf(SET, BOTH, {}, 2).awards).toEqual({ 'beaten-softcore': 20, completed: 20 });
    expect(standingOf(SET, BOTH, {}, 3).awards).toEqual({ 'beaten-softcore': 20 });
  });

  it('never loses an award nor moves it later, whatever becomes of the set', () => {
    fc.assert(
      fc.property(
        arbitrarySet,
        arbitrarySet,
        arbitraryUnlocks,
        arbitraryUnlocks,
        (set, later, some, more) => {
          const before = standingOf(set, ledgerOf(some), {});
          const after = standingOf(later, ledgerOf([...some, ...more]), before.awards);
          expect(noWorse(after.awards, before.awards)).toBe(true);
        },
      ),
    );
  });

  it('changes nothing when it is looked at again', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitrarySet, arbitraryUnlocks, (set, later, unlocks) => {
        const ledger = ledgerOf(unlocks);
        const standing = standingOf(later, ledger, standingOf(set, ledger, {}).awards);
        expect(standingOf(later, ledger, standing.awards)).toEqual(standing);
      }),
    );
  });
});

describe('listedAt', () => {
  it('is the latest unlock of a promoted achievement, however late an award was', () => {
    const awards = { 'beaten-softcore': 99 };
    expect(listedAt({ progress: { ...NO_PROGRESS, lastUnlockAt: 20 }, awards })).toBe(20);
    expect(listedAt({ progress: { ...NO_PROGRESS, lastUnlockAt: 0 }, awards })).toBe(0);
  });

  it('is the time of the highest award without any', () => {
    expect(listedAt({ progress: NO_PROGRESS, awards: { 'beaten-softcore': 99, mastered: 0 } })).toBe(0);
  });

  it('is null with neither: the game is not listed', () => {
    expect(listedAt({ progress: NO_PROGRESS, awards: {} })).toBeNull();
  });
});
