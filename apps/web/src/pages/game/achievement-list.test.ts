import { describe, expect, it } from 'vitest';
import {
  arranged,
  filterLabels,
  isAchievementSort,
  isSetFilter,
  type SetAchievement,
  sortLabels,
} from './achievement-list.ts';

function achievement(id: number, more: Partial<SetAchievement> = {}): SetAchievement {
  return {
    ...{ id, title: `Title ${id}`, description: '', points: 5, trueRatio: 5, badgeName: '00000', type: null },
    ...{ displayOrder: id, numAwarded: 0, numAwardedHardcore: 0 },
    ...more,
  };
}

const SET = [
  achievement(3, { points: 10, type: 'missable', numAwarded: 5 }),
  achievement(1, { type: 'progression', numAwarded: 9, dateEarned: '2023-01-01 00:00:00' }),
  achievement(2, { type: 'win_condition', numAwarded: 1, points: 25 }),
];
const ids = (...choice: Parameters<typeof arranged>) => arranged(...choice).map(({ id }) => id);

describe('the achievements of a set', () => {
  it('are in the order of the set', () => {
    expect(ids(SET, {})).toEqual([1, 2, 3]);
  });

  it.each([
    ['common', [1, 3, 2]],
    ['rare', [2, 3, 1]],
    ['points', [2, 3, 1]],
    ['title', [1, 2, 3]],
    ['earned', [1, 2, 3]],
  ] as const)('sorted by %s', (sort, expected) => {
    expect(ids(SET, { sort })).toEqual(expected);
  });

  it.each([
    ['progression', [1, 2]],
    ['missable', [3]],
    ['locked', [2, 3]],
    ['unlocked', [1]],
  ] as const)('narrowed to %s', (show, expected) => {
    expect(ids(SET, { show })).toEqual(expected);
  });

  it('are sorted and narrowed by what the reader has only where there is one', () => {
    const all = (isSignedIn: boolean) => [...sortLabels(isSignedIn), ...filterLabels(isSignedIn)];
    const own = all(true).filter(([name]) => !all(false).some(([other]) => other === name));
    expect(own.map(([name]) => name)).toEqual(['earned', 'locked', 'unlocked']);
  });

  it('are what the address says, and nothing else', () => {
    expect(isAchievementSort('rare')).toBe(true);
    expect(isAchievementSort('toString')).toBe(false);
    expect(isSetFilter('missable')).toBe(true);
    expect(isSetFilter(1)).toBe(false);
  });
});
