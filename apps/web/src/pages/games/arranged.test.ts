import { describe, expect, it } from 'vitest';
import { arranged, isGameSort, type ListedGame } from './arranged.ts';

function game(id: number, title: string, numAchievements: number, points: number): ListedGame {
  return { id, title, imageIcon: '', numAchievements, points };
}

const GAMES = [
  game(1, 'Alex Kidd', 8, 80),
  game(2, 'Prototype', 0, 0),
  game(3, 'Sonic', 23, 70),
  game(4, 'Sonic 2', 23, 300),
];
const ids = (...asked: Parameters<typeof arranged>) => arranged(...asked).map(({ id }) => id);

describe('the games of a system', () => {
  it.each([
    [{}, [1, 3, 4]],
    [{ empty: true }, [1, 2, 3, 4]],
    [{ q: ' SON' }, [3, 4]],
    [{ q: 'proto' }, []],
    [{ q: 'proto', empty: true }, [2]],
    [{ sort: 'points' }, [4, 1, 3]],
    [{ sort: 'achievements', q: 'sonic' }, [3, 4]],
  ] as const)('narrowed by %j', (asked, expected) => {
    expect(ids(GAMES, asked)).toEqual(expected);
  });

  it('are sorted by what there is', () => {
    expect([isGameSort('points'), isGameSort('toString'), isGameSort(1)]).toEqual([true, false, false]);
  });
});
