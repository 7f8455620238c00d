import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { getUserSummary, type UserSummary } from './get-user-summary.ts';

const { params, present, response, example } = getUserSummary;

const crazyKong = {
  gameId: 15758,
  systemId: 27,
  systemName: 'Arcade',
  title: 'Crazy Kong',
  icon: '/Images/068578.png',
  imageTitle: '/Images/068579.png',
  imageIngame: '/Images/068580.png',
  imageBoxArt: '/Images/068205.png',
};
const unlock = { gameId: 15758, gameTitle: 'Crazy Kong', kind: null, hardcore: true };

const xelnia: UserSummary = {
  id: 224958,
  username: 'xelnia',
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  joinedAt: 1_639_970_000,
  motto: '',
  untracked: false,
  admin: false,
  pointsHardcore: 8317,
  pointsSoftcore: 0,
  pointsTrue: 26760,
  rank: 4616,
  totalRanked: 45654,
  lastGame: {
    ...crazyKong,
    message: 'L=08-1 | 1 lives | 189300 points',
    messageAt: 1_763_553_904,
    publisher: 'Falcon',
    developer: 'Falcon',
    genre: '2D Platforming, Arcade',
    released: '1981-01-01',
  },
  recentlyPlayed: [
    {
      ...crazyKong,
      lastPlayedAt: 1_678_350_034,
      possibleAchievements: 43,
      possibleScore: 615,
      achieved: 41,
      score: 490,
      achievedHardcore: 41,
      scoreHardcore: 490,
    },
  ],
  recentAchievements: [
    {
      ...unlock,
      achievementId: 293505,
      title: 'Prodigy of the Arcade',
      description: 'Score 200,000 points',
      points: 25,
      badge: '325551',
      awardedAt: 1_678_350_034,
    },
    {
      ...unlock,
      achievementId: 293526,
      title: 'Super Smasher III',
      description: 'Get 6 smashes with a single bottom hammer on any barrel board',
      points: 10,
      badge: '325572',
      awardedAt: 1_678_349_977,
    },
  ],
};

describe('GetUserSummary', () => {
  it('presents the documented example, to the letter but for what there is not', () => {
    const { LastGame, ...documented } = example.response;
    const expected = {
      ...documented,
      LastGame: { ...LastGame, ForumTopicID: 0, ReleasedAtGranularity: 'day' },
      UserWallActive: 0,
    };
    const sent = present(xelnia);
    expect(sent).toEqual(expected);
    const names = (answer: object) =>
      Object.entries(answer).map(([name, value]) => [name, Object.keys(value ?? {})]);
    expect(names(sent)).toEqual(names(example.response));
  });

  it('presents who has played nothing with as much', () => {
    const sent = present({
      ...xelnia,
      ...{ lastGame: null, recentlyPlayed: [], recentAchievements: [], rank: null },
    });
    expect(sent).toMatchObject({
      ...{ RichPresenceMsg: null, RichPresenceMsgDate: null, LastGameID: 0, Rank: null },
      ...{ RecentlyPlayedCount: 0, RecentlyPlayed: [] },
    });
    expect([sent.Awarded, sent.RecentAchievements]).toEqual([{}, {}]);
    expect(JSON.stringify(sent)).not.toContain('"LastGame"');
    expect(Errors(response, JSON.parse(JSON.stringify(sent)))).toEqual([]);
  });

  it('says which game was played last, and no more of it, where no games are asked for', () => {
    const sent = present({ ...xelnia, recentlyPlayed: [], recentAchievements: [] });
    expect(sent).toMatchObject({ LastGameID: 15758, LastGame: undefined });
  });

  it('presents nothing but what its contract promises', () => {
    const sent = present({ ...xelnia, untracked: true, admin: true });
    expect(Errors(response, sent)).toEqual([]);
    expect(Clean(response, structuredClone(sent))).toEqual(sent);
  });

  it.each([
    [{}, { g: 0, a: 10 }],
    [
      { g: '1', a: '2' },
      { g: 1, a: 2 },
    ],
    [
      { g: '101', a: '1001' },
      { g: 100, a: 1_000 },
    ],
    [
      { g: '0', a: '0' },
      { g: 0, a: 0 },
    ],
  ])('reads its parameters as documented: %j', (raw, read) => {
    expect(parseQuery(params, { u: 'xelnia', ...raw })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'xelnia' }, ...read },
    });
  });
});
