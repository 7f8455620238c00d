import {
  buildAuthorization,
  getAchievementDistribution,
  getAchievementUnlocks,
  getUserCompletionProgress,
  getUserProgress,
} from '@retroachievements/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';

/** Where the client believes that it is. */
const PUBLIC_SERVICE = 'https://retroachievements.org';

/**
 * The official client of the public service, as it is on npm, gets from Laurel what the documented pages show
 * in their NodeJS form. It has no setting for the address, so its `fetch` is redirected.
 */
describe('the official client, @retroachievements/api', () => {
  const realFetch = globalThis.fetch;
  const asked: string[] = [];
  let demo: DemoServer;
  let authorization: ReturnType<typeof buildAuthorization>;

  beforeAll(async () => {
    demo = await serveDemo();
    authorization = buildAuthorization({ username: 'MaxMilyin', webApiKey: demo.key });
    globalThis.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push(url);
      return realFetch(url.replace(PUBLIC_SERVICE, demo.server.address), init);
    };
  });

  afterAll(async () => {
    globalThis.fetch = realFetch;
    await demo.stop();
  });

  test('getUserProgress', async () => {
    const allOf = (numPossibleAchievements: number, possibleScore: number) => ({
      numPossibleAchievements,
      possibleScore,
      numAchieved: numPossibleAchievements,
      scoreAchieved: possibleScore,
      numAchievedHardcore: numPossibleAchievements,
      scoreAchievedHardcore: possibleScore,
    });
    const progress = await getUserProgress(authorization, { username: 'MaxMilyin', gameIds: [1, 2, 3] });
    expect(progress).toEqual({ 1: allOf(23, 251), 2: allOf(22, 320), 3: allOf(23, 335) });
  });

  test('getAchievementDistribution', async () => {
    const distribution = await getAchievementDistribution(authorization, { gameId: 14402, hardcore: true });
    expect(distribution).toEqual({
      1: 141,
      2: 51,
      3: 41,
      4: 49,
      5: 57,
      6: 41,
      7: 36,
      8: 67,
      9: 75,
      10: 28,
      11: 26,
      12: 3,
      13: 6,
      14: 3,
      15: 8,
    });
  });

  test('getAchievementUnlocks', async () => {
    const { unlocks, ...answer } = await getAchievementUnlocks(authorization, { achievementId: 9 });
    const { authorUlid, ...achievement } = { authorUlid: undefined, ...answer.achievement };
    expect({ ...answer, achievement }).toEqual({
      achievement: {
        id: 9,
        title: 'That Was Easy',
        description: 'Complete the first act in Green Hill Zone',
        points: 4,
        trueRatio: 4,
        author: 'Scott',
        dateCreated: '2012-11-02 00:03:12',
        dateModified: '2023-08-08 00:36:59',
        type: 'progression',
      },
      // The pages have two names for console 1; this one is that of completion progress.
      console: { id: 1, title: 'Mega Drive / Genesis' },
      game: { id: 1, title: 'Sonic the Hedgehog' },
      unlocksCount: 24272,
      unlocksHardcoreCount: 10830,
      totalPlayers: 27079,
    });
    expect(unlocks).toHaveLength(50);
    expect(unlocks[0]).toMatchObject({
      user: 'vipotaenko02',
      raPoints: 0,
      dateAwarded: '2023-10-27T00:19:05.000000Z',
      hardcoreMode: false,
    });
  });

  test('getUserCompletionProgress', async () => {
    const { results, ...answer } = await getUserCompletionProgress(authorization, { username: 'MaxMilyin' });
    expect(answer).toEqual({ count: 100, total: 1287 });
    expect(results).toHaveLength(100);
    expect(results[0]).toEqual({
      gameId: 20246,
      title: '~Hack~ Knuckles the Echidna in Sonic the Hedgehog',
      imageIcon: '/Images/074560.png',
      consoleId: 1,
      consoleName: 'Mega Drive / Genesis',
      maxPossible: 0,
      numAwarded: 0,
      numAwardedHardcore: 0,
      mostRecentAwardedDate: '2023-10-27T02:52:34+00:00',
      highestAwardKind: 'beaten-hardcore',
      highestAwardDate: '2023-10-27T02:52:34+00:00',
    });
  });

  test('its other ways to ask', async () => {
    const page = await getUserCompletionProgress(authorization, {
      username: 'maxmilyin',
      offset: 1286,
      count: 5,
    });
    expect([page.count, page.total]).toEqual([1, 1287]);
    const unlocks = await getAchievementUnlocks(authorization, {
      achievementId: 9,
      offset: 24_270,
      count: 5,
    });
    expect(unlocks.unlocks).toHaveLength(2);
    const unofficial = await getAchievementDistribution(authorization, { gameId: 14402, flags: 5 });
    expect(Object.values(unofficial).every((players) => Number.isInteger(players))).toBe(true);
  });

  test('a wrong key is an error that it understands', async () => {
    const wrong = buildAuthorization({ username: 'MaxMilyin', webApiKey: 'wrong' });
    await expect(getUserCompletionProgress(wrong, { username: 'MaxMilyin' })).rejects.toThrow();
  });

  test('everything it asked went to Laurel', () => {
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((url) => url.startsWith(`${PUBLIC_SERVICE}/API/API_Get`))).toBe(true);
  });
});
