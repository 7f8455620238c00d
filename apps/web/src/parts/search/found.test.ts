import type { SearchResults } from '@laurel/client';
import { describe, expect, it } from 'vitest';
import { bestOf, foundWords, pointsOf, ROOM, wantedOf } from './found.ts';

const game: SearchResults['games'][number] = {
  id: 1,
  title: 'Sonic the Hedgehog',
  consoleId: 1,
  consoleName: 'Mega Drive / Genesis',
  imageIcon: '/Images/085573.png',
  numAchievements: 23,
  numDistinctPlayers: 27_080,
};
const player: SearchResults['players'][number] = {
  user: 'Scott',
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  userPic: '/UserPic/Scott.png',
  totalPoints: 9,
  totalSoftcorePoints: 4,
};

describe('foundWords', () => {
  it.each([
    [[game], [], '1 game.'],
    [[], [player, player], '2 players.'],
    [[game, game], [player], '2 games and 1 player.'],
    [[], [], 'Nothing is called “son”.'],
  ])('says what there is', (games, players, words) => {
    expect(foundWords({ games, players }, 'son')).toBe(words);
  });
});

describe('wantedOf', () => {
  it.each([
    ['', ''],
    ['  \t', ''],
    ['  sonic   hedge ', 'sonic hedge'],
    ['ソニック', 'ソニック'],
  ])('%j looks for %j', (typed, wanted) => {
    expect(wantedOf(typed)).toBe(wanted);
  });

  it('looks for no more than a server takes', () => {
    expect(wantedOf('a'.repeat(120))).toHaveLength(100);
  });
});

describe('pointsOf', () => {
  it.each([
    [9, 4, '9 points'],
    [1, 0, '1 point'],
    [0, 0, '0 points'],
    [0, 1204, '1,204 softcore points'],
  ])('%i hardcore and %i softcore points: %s', (totalPoints, totalSoftcorePoints, words) => {
    expect(pointsOf({ totalPoints, totalSoftcorePoints })).toBe(words);
  });
});

describe('bestOf', () => {
  const found = (games: number, players: number): SearchResults => ({
    games: Array.from({ length: games }, (_, index) => ({ ...game, id: index + 1 })),
    players: Array.from({ length: players }, (_, index) => ({ ...player, user: `Scott${index}` })),
  });

  it.each([
    [8, 8, 5, 3],
    [8, 0, 8, 0],
    [8, 1, 7, 1],
    [0, 8, 0, 8],
    [2, 8, 2, 6],
    [2, 1, 2, 1],
    [0, 0, 0, 0],
  ])('of %i games and %i players, it takes the first %i and %i', (games, players, someGames, somePlayers) => {
    const all = found(games, players);
    expect(bestOf(all)).toEqual({
      games: all.games.slice(0, someGames),
      players: all.players.slice(0, somePlayers),
    });
    expect(someGames + somePlayers).toBeLessThanOrEqual(ROOM);
  });
});
