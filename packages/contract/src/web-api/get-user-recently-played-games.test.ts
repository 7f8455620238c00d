import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import {
  getUserRecentlyPlayedGames,
  type UserRecentlyPlayedGames,
} from './get-user-recently-played-games.ts';

const { params, present, example } = getUserRecentlyPlayedGames;

const finalFantasy: UserRecentlyPlayedGames[number] = {
  gameId: 11332,
  systemId: 12,
  systemName: 'PlayStation',
  title: 'Final Fantasy Origins',
  icon: '/Images/060249.png',
  imageTitle: '/Images/026707.png',
  imageIngame: '/Images/026708.png',
  imageBoxArt: '/Images/046257.png',
  lastPlayedAt: 1_698_366_604,
  possibleAchievements: 119,
  possibleScore: 945,
  achieved: 38,
  score: 382,
  achievedHardcore: 38,
  scoreHardcore: 382,
};

describe('GetUserRecentlyPlayedGames', () => {
  it('presents the documented example, to the letter', () => {
    expect(JSON.stringify(present([finalFantasy]), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it('keeps the modes apart', () => {
    expect(present([{ ...finalFantasy, achievedHardcore: 2, scoreHardcore: 9 }])).toMatchObject([
      { NumAchieved: 38, ScoreAchieved: 382, NumAchievedHardcore: 2, ScoreAchievedHardcore: 9 },
    ]);
  });

  it('presents nobody as an empty list', () => {
    expect(present([])).toEqual([]);
  });

  it.each([
    [{}, { c: 10, o: 0 }],
    [
      { c: '50', o: '7' },
      { c: 50, o: 7 },
    ],
    [{ c: '51' }, { c: 50, o: 0 }],
  ])('reads its parameters as documented: %j', (raw, read) => {
    expect(parseQuery(params, { u: 'MaxMilyin', ...raw })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'MaxMilyin' }, ...read },
    });
  });
});
