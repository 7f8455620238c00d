import { describe, expect, it } from 'vitest';
import {
  AchievementDistributionFlags,
  buildAuthorization,
  getAchievementDistribution,
  getAchievementUnlocks,
  getUserCompletionProgress,
  getUserProgress,
  unsafe_call,
} from './index.ts';
import { fakeFetch, json } from './testing/fake-fetch.ts';

/** What the official client's own tests try, as behaviour: also the text for numbers that the public service has sent. */
function asking(body: unknown) {
  const fake = fakeFetch(json(body));
  const authorization = buildAuthorization({
    username: 'mockUserName',
    webApiKey: 'mockWebApiKey',
    fetch: fake.fetch,
  });
  return { ...fake, authorization };
}

describe('getAchievementUnlocks', () => {
  it('gives an achievement and who has it', async () => {
    const { authorization, asked } = asking({
      Achievement: { ID: '1', Title: 'Ring Collector', Points: '5', TrueRatio: '6', Author: 'Scott' },
      Console: { ID: '1', Title: 'Mega Drive' },
      Game: { ID: '1', Title: 'Sonic the Hedgehog' },
      UnlocksCount: 9524,
      TotalPlayers: 21710,
      Unlocks: [{ User: 'Tiotroll2022', RAPoints: '348', RASoftcorePoints: '363', HardcoreMode: '0' }],
    });
    const answer = await getAchievementUnlocks(authorization, { achievementId: 18_000, count: 1, offset: 1 });
    expect(answer).toStrictEqual({
      achievement: { id: 1, title: 'Ring Collector', points: 5, trueRatio: 6, author: 'Scott' },
      console: { id: 1, title: 'Mega Drive' },
      game: { id: 1, title: 'Sonic the Hedgehog' },
      unlocksCount: 9524,
      totalPlayers: 21710,
      unlocks: [{ user: 'Tiotroll2022', raPoints: 348, raSoftcorePoints: 363, hardcoreMode: false }],
    });
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({
      z: 'mockUserName',
      y: 'mockWebApiKey',
      a: '18000',
      c: '1',
      o: '1',
    });
    expect(asked[0]?.url.pathname).toBe('/API/API_GetAchievementUnlocks.php');
  });
});

describe('getAchievementDistribution', () => {
  const DISTRIBUTION = { 1: 20, 2: 10, 3: 8, 4: 4, 5: 1 };

  it.each([
    [{}, 'i=14402'],
    [{ flags: AchievementDistributionFlags.UnofficialAchievements }, 'i=14402&f=5'],
    [{ flags: AchievementDistributionFlags.CoreAchievements }, 'i=14402&f=3'],
    [{ hardcore: true }, 'i=14402&h=1'],
    [{ hardcore: false }, 'i=14402&h=0'],
  ])('with %j asks for %s', async (options, query) => {
    const { authorization, asked } = asking(DISTRIBUTION);
    const answer = await getAchievementDistribution(authorization, { gameId: 14_402, ...options });
    expect(answer).toStrictEqual(DISTRIBUTION);
    expect(asked[0]?.url.search).toBe(`?z=mockUserName&y=mockWebApiKey&${query}`);
  });
});

describe('getUserProgress', () => {
  it('gives the progress by game', async () => {
    const sent = { NumPossibleAchievements: '10', PossibleScore: '200', NumAchieved: 4, ScoreAchieved: '80' };
    const read = { numPossibleAchievements: 10, possibleScore: 200, numAchieved: 4, scoreAchieved: 80 };
    const { authorization, asked } = asking({ 1: sent, 14402: sent });
    const answer = await getUserProgress(authorization, { username: 'xelnia', gameIds: [1, 14_402] });
    expect(answer).toStrictEqual({ 1: read, 14402: read });
    expect(asked[0]?.url.searchParams.get('i')).toBe('1,14402');
  });
});

describe('getUserCompletionProgress', () => {
  it('gives games, with nothing where there is no award', async () => {
    const { authorization } = asking({
      Count: 1,
      Total: 1,
      Results: [
        { GameID: 680, ImageIcon: '/Images/042952.png', HighestAwardKind: null, HighestAwardDate: null },
      ],
    });
    expect(await getUserCompletionProgress(authorization, { username: 'xelnia' })).toStrictEqual({
      count: 1,
      total: 1,
      results: [
        { gameId: 680, imageIcon: '/Images/042952.png', highestAwardKind: null, highestAwardDate: null },
      ],
    });
  });
});

describe('unsafe_call', () => {
  const url = 'https://abc.xyz/v1/endpoint?y=mockWebApiKey';

  it('gives the JSON of any address as it is', async () => {
    const { fetch, asked } = fakeFetch(json({ Foo: 'bar' }));
    expect(await unsafe_call({ url }, { fetch })).toEqual({ Foo: 'bar' });
    expect(asked[0]?.url.href).toBe(url);
  });

  it('is an error where the server fails, without the key', async () => {
    const { fetch } = fakeFetch(json({ message: 'mockWebApiKey is unknown' }, 401));
    const error = await unsafe_call({ url }, { fetch }).catch((reason) => reason);
    expect(error).toMatchObject({ name: 'UnauthorizedError', endpoint: 'https://abc.xyz/v1/endpoint' });
    expect(`${error}`).not.toContain('mockWebApiKey');
  });
});
