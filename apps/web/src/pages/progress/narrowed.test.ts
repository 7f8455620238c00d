import { describe, expect, it } from 'vitest';
import { isAwardFilter, isProgressSort, narrowed, type PlayedGame, systemsOf } from './narrowed.ts';

function game(gameId: number, title: string, more: Partial<PlayedGame> = {}): PlayedGame {
  return {
    ...{ gameId, title, imageIcon: '', consoleId: 1, consoleName: 'Mega Drive', maxPossible: 10 },
    ...{ numAwarded: 1, numAwardedHardcore: 0, mostRecentAwardedDate: '2023-10-27T02:52:34+00:00' },
    ...{ highestAwardKind: null, highestAwardDate: null },
    ...more,
  };
}

const GAMES = [
  game(1, 'Sonic', { numAwarded: 10, highestAwardKind: 'mastered', highestAwardDate: '2023-01-05' }),
  game(2, 'Alex Kidd', { consoleId: 11, consoleName: 'Master System', numAwarded: 8 }),
  game(3, 'Zool', {
    ...{ numAwarded: 4, maxPossible: 5, highestAwardKind: 'beaten-softcore' },
    ...{ highestAwardDate: '2023-02-01', mostRecentAwardedDate: '2023-02-01T00:00:00+00:00' },
  }),
];
const ids = (...asked: Parameters<typeof narrowed>) => narrowed(...asked).map(({ gameId }) => gameId);

describe('a completion progress', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ system: 11 }, [2]],
    [{ award: 'mastered' }, [1]],
    [{ award: 'completed' }, [1]],
    [{ award: 'beaten' }, [1, 3]],
    [{ award: 'unfinished' }, [2]],
    [{ q: ' SO' }, [1]],
    [{ q: 'z', system: 1 }, [3]],
    [{ sort: 'oldest' }, [3, 1, 2]],
    [{ sort: 'award' }, [3, 1, 2]],
    [{ sort: 'title' }, [2, 1, 3]],
    [{ sort: 'share' }, [1, 2, 3]],
    [{ sort: 'left' }, [3, 2, 1]],
  ] as const)('narrowed by %j', (asked, expected) => {
    expect(ids(GAMES, asked)).toEqual(expected);
  });

  it('has systems, by name and once', () => {
    expect(systemsOf(GAMES)).toEqual([
      { id: 11, name: 'Master System' },
      { id: 1, name: 'Mega Drive' },
    ]);
  });

  it('is narrowed by what there is', () => {
    expect(isAwardFilter('beaten')).toBe(true);
    expect(isAwardFilter('valueOf')).toBe(false);
    expect(isProgressSort('left')).toBe(true);
    expect(isProgressSort(undefined)).toBe(false);
  });
});
