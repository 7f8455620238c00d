import {
  awardsEarned,
  beatenAwardsEarned,
  countsForBeaten,
  type GameLedger,
  mergeAwards,
  NO_PROGRESS,
  type Progress,
  progressOf,
  recordInLedger,
} from '@laurel/domain';
import { arbitrarySet, arbitraryUnlocks } from '@laurel/domain/testing/arbitrary-set';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressAfter } from './progress-after.ts';

const MASTERY_MINIMUM = 3;
const ACHIEVEMENT = { id: 1, points: 5, kind: null, promoted: true } as const;
const SOFTCORE_AT_5 = { softcoreAt: 5, hardcoreAt: null };

describe('progress that is moved by an unlock', () => {
  it('is what the whole set gives, and leaves all awards as they are, or those alone that are for beating', () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryUnlocks, (set, unlocks) => {
        const promotedCount = set.filter(({ promoted }) => promoted).length;
        let ledger: GameLedger = new Map();
        for (const unlock of unlocks) {
          const achievement = set.find(({ id }) => id === unlock.achievementId);
          if (achievement === undefined) continue;
          const from = ledger.get(achievement.id);
          const to = recordInLedger(from, unlock);
          const after = new Map(ledger).set(achievement.id, to);
          const moved = progressAfter(progressOf(set, ledger), achievement, promotedCount, from, to);
          if (moved !== undefined) {
            expect(moved.progress).toEqual(progressOf(set, after));
            const held = awardsEarned(set, ledger, MASTERY_MINIMUM);
            const earned = moved.mayBeat ? beatenAwardsEarned(set.filter(countsForBeaten), after) : {};
            expect(mergeAwards(held, earned)).toEqual(
              mergeAwards(held, awardsEarned(set, after, MASTERY_MINIMUM)),
            );
          }
          ledger = after;
        }
      }),
    );
  });

  it.each([
    ['a new unlock', undefined],
    ['one that was in softcore', SOFTCORE_AT_5],
  ])('is known without the set after %s', (_, from) => {
    const before: Progress = from === undefined ? NO_PROGRESS : { ...NO_PROGRESS, achieved: 1, score: 5 };
    const to = { softcoreAt: 5, hardcoreAt: 6 };
    expect(progressAfter(before, ACHIEVEMENT, 2, from, to)?.progress).toMatchObject({
      achieved: 1,
      score: 5,
      achievedHardcore: 1,
      scoreHardcore: 5,
    });
  });

  it.each([
    ['of the last one of a set', ACHIEVEMENT, 1, undefined],
    ['that moves to an earlier time', ACHIEVEMENT, 2, SOFTCORE_AT_5],
  ] as const)('needs the set after an unlock %s', (_, achievement, promotedCount, from) => {
    const to = { softcoreAt: 4, hardcoreAt: 4 };
    expect(progressAfter(NO_PROGRESS, achievement, promotedCount, from, to)).toBeUndefined();
  });

  it.each([
    ['progression', true, true],
    ['win_condition', true, true],
    ['missable', true, false],
    [null, true, false],
    ['progression', false, false],
  ] as const)('of kind %s, promoted: %s, may beat the game: %s', (kind, promoted, mayBeat) => {
    const moved = progressAfter(NO_PROGRESS, { ...ACHIEVEMENT, kind, promoted }, 2, undefined, SOFTCORE_AT_5);
    expect(moved?.mayBeat).toBe(mayBeat);
  });
});
