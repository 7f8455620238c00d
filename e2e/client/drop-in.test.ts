import * as official from '@retroachievements/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import * as ours from '../../packages/client/src/index.ts';

/** Where a program that does not say otherwise asks. */
const PUBLIC_SERVICE = 'https://retroachievements.org';

type Api = typeof official;
type Authorization = ReturnType<Api['buildAuthorization']>;

/** A program that is written for the official client, call by call. */
const PROGRAM: Readonly<Record<string, (api: Api, authorization: Authorization) => Promise<object>>> = {
  'progress in some games': (api, authorization) =>
    api.getUserProgress(authorization, { username: 'MaxMilyin', gameIds: [1, 2, 3] }),
  'progress in a game that does not exist': (api, authorization) =>
    api.getUserProgress(authorization, { username: 'maxmilyin', gameIds: [1, 999_999_999] }),
  'progress of nobody': (api, authorization) =>
    api.getUserProgress(authorization, { username: 'Nobody00', gameIds: [1] }),
  'the distribution of a game': (api, authorization) =>
    api.getAchievementDistribution(authorization, { gameId: 14402 }),
  'the distribution, hardcore': (api, authorization) =>
    api.getAchievementDistribution(authorization, { gameId: 14402, hardcore: true }),
  'the distribution, not hardcore': (api, authorization) =>
    api.getAchievementDistribution(authorization, { gameId: 1, hardcore: false, flags: 3 }),
  'the distribution of unofficial achievements': (api, authorization) =>
    api.getAchievementDistribution(authorization, {
      gameId: 14402,
      flags: api.AchievementDistributionFlags.UnofficialAchievements,
    }),
  'the distribution of no game': (api, authorization) =>
    api.getAchievementDistribution(authorization, { gameId: 999_999_999 }),
  'a game': (api, authorization) => api.getGame(authorization, { gameId: 1 }),
  'no game': (api, authorization) => api.getGame(authorization, { gameId: 999_999_999 }),
  'a game with its achievements': (api, authorization) => api.getGameExtended(authorization, { gameId: 1 }),
  'a game with its official achievements': (api, authorization) =>
    api.getGameExtended(authorization, { gameId: 14402, isRequestingUnofficialAchievements: false }),
  'a game with its unofficial achievements': (api, authorization) =>
    api.getGameExtended(authorization, { gameId: 14402, isRequestingUnofficialAchievements: true }),
  'no game with its achievements': (api, authorization) =>
    api.getGameExtended(authorization, { gameId: 999_999_999 }),
  'the hashes of a game': (api, authorization) => api.getGameHashes(authorization, { gameId: 1 }),
  'the games of a system': (api, authorization) => api.getGameList(authorization, { consoleId: 1 }),
  'the games of a system that have achievements, with hashes': (api, authorization) =>
    api.getGameList(authorization, {
      consoleId: 25,
      shouldOnlyRetrieveGamesWithAchievements: true,
      shouldRetrieveGameHashes: true,
    }),
  'the games of no system': (api, authorization) =>
    api.getGameList(authorization, {
      consoleId: 999_999_999,
      shouldOnlyRetrieveGamesWithAchievements: false,
    }),
  'all systems': (api, authorization) => api.getConsoleIds(authorization),
  'the active systems': (api, authorization) =>
    api.getConsoleIds(authorization, {
      shouldOnlyRetrieveActiveSystems: true,
      shouldOnlyRetrieveGameSystems: false,
    }),
  'who has an achievement': (api, authorization) =>
    api.getAchievementUnlocks(authorization, { achievementId: 9 }),
  'who has an achievement, a page': (api, authorization) =>
    api.getAchievementUnlocks(authorization, { achievementId: 9, offset: 24_000, count: 500 }),
  'who has an achievement, with nothing for a page': (api, authorization) =>
    api.getAchievementUnlocks(authorization, { achievementId: 9, offset: 0, count: 0 }),
  'who has an achievement, past the end': (api, authorization) =>
    api.getAchievementUnlocks(authorization, { achievementId: 9, offset: 1_000_000 }),
  'all games of a user': (api, authorization) =>
    api.getUserCompletionProgress(authorization, { username: 'MaxMilyin' }),
  'all games of a user, a page': (api, authorization) =>
    api.getUserCompletionProgress(authorization, { username: 'MaxMilyin', offset: 1_200, count: 500 }),
  'all games of nobody': (api, authorization) =>
    api.getUserCompletionProgress(authorization, { username: 'Nobody00' }),
  'the awards of a user': (api, authorization) => api.getUserAwards(authorization, { username: 'MaxMilyin' }),
  'the games that a user has completed': (api, authorization) =>
    api.getUserCompletedGames(authorization, { username: 'MaxMilyin' }),
  // Ours has the ULID, too.
  'the best ten': async (api, authorization) =>
    (await api.getTopTenUsers(authorization)).map(({ username, totalPoints, totalRatioPoints }) => ({
      username,
      totalPoints,
      totalRatioPoints,
    })),
  'the awards of nobody': (api, authorization) => api.getUserAwards(authorization, { username: 'Nobody00' }),
  'the newest awards': (api, authorization) => api.getRecentGameAwards(authorization),
  'awards of two kinds up to a day, a page': (api, authorization) =>
    api.getRecentGameAwards(authorization, {
      startDate: '2023-06-01',
      desiredAwardKinds: ['mastered', 'beaten-hardcore'],
      offset: 30,
      count: 10,
    }),
  'the high scores of a game': (api, authorization) =>
    api.getGameRankAndScore(authorization, { gameId: 1, type: 'high-scores' }),
  'the latest masters of a game': (api, authorization) =>
    api.getGameRankAndScore(authorization, { gameId: 14402, type: 'latest-masters' }),
  'a game, and what a user has of it': (api, authorization) =>
    api.getGameInfoAndUserProgress(authorization, { gameId: 1, username: 'MaxMilyin' }),
  'a game, and what a user has of it, with the highest award': (api, authorization) =>
    api.getGameInfoAndUserProgress(authorization, {
      gameId: 14402,
      username: 'MaxMilyin',
      shouldIncludeHighestAwardMetadata: true,
    }),
  'the points of a user': (api, authorization) => api.getUserPoints(authorization, { username: 'MaxMilyin' }),
  'the profile of a user': (api, authorization) =>
    api.getUserProfile(authorization, { username: 'MaxMilyin' }),
  'the profile of a user who has played nothing': (api, authorization) =>
    api.getUserProfile(authorization, { username: 'xelnia' }),
  'the summary of a user': (api, authorization) =>
    api.getUserSummary(authorization, {
      username: 'MaxMilyin',
      recentGamesCount: 3,
      recentAchievementsCount: 20,
    }),
  'the summary of a user without games': (api, authorization) =>
    api.getUserSummary(authorization, { username: 'MaxMilyin' }),
  'the summary of a user who has played nothing': (api, authorization) =>
    api.getUserSummary(authorization, { username: 'xelnia', recentGamesCount: 1 }),
  'what a user unlocked in the last hour': (api, authorization) =>
    api.getUserRecentAchievements(authorization, { username: 'MaxMilyin' }),
  'what a user ever unlocked': (api, authorization) =>
    api.getUserRecentAchievements(authorization, { username: 'MaxMilyin', recentMinutes: 99_999_999 }),
  'the games that a user played last': (api, authorization) =>
    api.getUserRecentlyPlayedGames(authorization, { username: 'MaxMilyin' }),
  'the games that a user played last, a page': (api, authorization) =>
    api.getUserRecentlyPlayedGames(authorization, { username: 'MaxMilyin', offset: 7, count: 50 }),
  'the games that nobody played last': (api, authorization) =>
    api.getUserRecentlyPlayedGames(authorization, { username: 'Nobody00' }),
};

const FAILURES: typeof PROGRAM = {
  'an achievement that does not exist': (api, authorization) =>
    api.getAchievementUnlocks(authorization, { achievementId: 999_999_999 }),
  'hashes of a game that does not exist': (api, authorization) =>
    api.getGameHashes(authorization, { gameId: 999_999_999 }),
  'the points of nobody': (api, authorization) => api.getUserPoints(authorization, { username: 'Nobody00' }),
  'the profile of nobody': (api, authorization) =>
    api.getUserProfile(authorization, { username: 'Nobody00' }),
  'the summary of nobody': (api, authorization) =>
    api.getUserSummary(authorization, { username: 'Nobody00' }),
  'a malformed username': (api, authorization) =>
    api.getUserProgress(authorization, { username: '!', gameIds: [1] }),
  'no games': (api, authorization) =>
    api.getUserProgress(authorization, { username: 'MaxMilyin', gameIds: [] }),
  'too many at once': (api, authorization) =>
    api.getUserCompletionProgress(authorization, { username: 'MaxMilyin', count: 501 }),
  'a wrong key': (api) =>
    api.getUserProgress(api.buildAuthorization({ username: 'MaxMilyin', webApiKey: 'wrong' }), {
      username: 'MaxMilyin',
      gameIds: [1],
    }),
};

describe('the same program with the official client and with this one', () => {
  const realFetch = globalThis.fetch;
  let demo: DemoServer;

  beforeAll(async () => {
    demo = await serveDemo();
    // The official client has no setting for the address. For this one, the program is not to need it either.
    globalThis.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      return realFetch(url.replace(PUBLIC_SERVICE, demo.server.address), init);
    };
  });

  afterAll(async () => {
    globalThis.fetch = realFetch;
    await demo.stop();
  });

  const answerOf = (api: Api, step: (api: Api, authorization: Authorization) => Promise<object>) =>
    step(api, api.buildAuthorization({ username: 'MaxMilyin', webApiKey: demo.key }));

  test.each(Object.entries(PROGRAM))('%s', async (_, step) => {
    const [theirs, here] = await Promise.all([answerOf(official, step), answerOf(ours, step)]);
    expect(here).toStrictEqual(theirs);
    // Fields in the same order, too.
    expect(JSON.stringify(here)).toBe(JSON.stringify(theirs));
  });

  test.each(Object.entries(FAILURES))('%s is an error in both, with the same beginning', async (_, step) => {
    const [theirs, here] = await Promise.allSettled([answerOf(official, step), answerOf(ours, step)]);
    if (theirs.status !== 'rejected' || here.status !== 'rejected') throw new Error('no error');
    expect(here.reason).toBeInstanceOf(Error);
    expect(here.reason.message).toContain(theirs.reason.message);
  });

  test('a server of one’s own needs no redirection: it is told the address, and the key is in a header', async () => {
    const asked: string[] = [];
    const authorization = ours.buildAuthorization({
      username: 'MaxMilyin',
      webApiKey: demo.key,
      baseUrl: demo.server.address,
      fetch: (url, init) => {
        asked.push(url);
        return realFetch(url, init);
      },
    });
    const progress = await ours.getUserProgress(authorization, { username: 'MaxMilyin', gameIds: [1] });
    expect(progress).toStrictEqual(
      await answerOf(official, (api, authorized) =>
        api.getUserProgress(authorized, { username: 'MaxMilyin', gameIds: [1] }),
      ),
    );
    expect(asked).toEqual([`${demo.server.address}/API/API_GetUserProgress.php?u=MaxMilyin&i=1`]);
  });

  test('a list is read to its end, each entry once', async () => {
    const authorization = ours.buildAuthorization({
      username: 'MaxMilyin',
      webApiKey: demo.key,
      baseUrl: demo.server.address,
    });
    const games = new Set<number>();
    for await (const game of ours.iterateUserCompletionProgress(authorization, { username: 'MaxMilyin' })) {
      expect(games.has(game.gameId)).toBe(false);
      games.add(game.gameId);
    }
    expect(games.size).toBe(1287);
  });
});
