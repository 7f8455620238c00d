import { getAchievementDistribution } from '@laurel/contract/web-api/get-achievement-distribution';
import { getAchievementUnlocks } from '@laurel/contract/web-api/get-achievement-unlocks';
import { getUserCompletionProgress } from '@laurel/contract/web-api/get-user-completion-progress';
import { getUserProgress } from '@laurel/contract/web-api/get-user-progress';
import { Errors } from 'typebox/value';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoWorld } from '../demo/demo-world.ts';
import { endpoints, urlOf } from '../testing/endpoints.ts';
import { openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';

/** The demo world gets, for the documented requests, the documented answers. */
describe('the demo world', () => {
  let server: TestServer;
  const engine = sqlite();
  beforeAll(async () => {
    server = await openTestServer(engine, { world: demoWorld() });
  });

  const get = async (url: string) => (await server.askWithKey(url)).json();

  test('GetUserProgress: the whole page', async () => {
    expect(await get(urlOf(getUserProgress))).toEqual(getUserProgress.example.response);
  });

  test('GetAchievementDistribution: the whole page', async () => {
    expect(await get(urlOf(getAchievementDistribution))).toEqual(getAchievementDistribution.example.response);
  });

  test('GetAchievementUnlocks: the objects, the three counts and the newest unlock', async () => {
    const { Unlocks, ...documented } = getAchievementUnlocks.example.response;
    const answer = await get(urlOf(getAchievementUnlocks));
    expect(answer).toMatchObject({
      ...documented,
      // The pages have two names for console 1; this one is that of completion progress.
      Console: { ID: 1, Title: 'Mega Drive / Genesis' },
    });
    expect(answer.Unlocks).toHaveLength(50);
    expect(answer.Unlocks[0]).toMatchObject({
      ...Unlocks[0],
      RAPoints: 0,
      RASoftcorePoints: expect.any(Number),
    });
  });

  test('GetUserCompletionProgress: the counts and the documented row, which is the first', async () => {
    const { Count, Total, Results } = getUserCompletionProgress.example.response;
    const answer = await get(urlOf(getUserCompletionProgress));
    expect([answer.Count, answer.Total, answer.Results.length]).toEqual([Count, Total, Count]);
    expect([answer.Count, answer.Total]).toEqual([100, 1287]);
    expect(answer.Results[0]).toEqual(Results[0]);
  });

  test.each(endpoints.filter(({ documentation }) => documentation === null))(
    '$name: the whole example, but for a ULID that is made at the import',
    async (endpoint) => {
      const text = (answer: unknown) => JSON.stringify(answer).replaceAll(/ULID":"\w+"/g, 'ULID":"…"');
      expect(text(await get(urlOf(endpoint)))).toBe(text(endpoint.example.response));
    },
  );

  test.each(endpoints)(
    '$name: the answer is what the contract promises, later fields included',
    async (endpoint) => {
      const answer = await get(urlOf(endpoint));
      expect(Errors(endpoint.response, answer)).toEqual([]);
    },
  );

  test('all pages of a list have each row once, and in order', async () => {
    const rows: { GameID: number; MostRecentAwardedDate: string }[] = [];
    for (let o = 0; o < 1287; o += 500) {
      rows.push(
        ...(await get(urlOf(getUserCompletionProgress, { u: 'maxmilyin', c: '500', o: String(o) }))).Results,
      );
    }
    expect(new Set(rows.map((row) => row.GameID)).size).toBe(1287);
    const dates = rows.map((row) => row.MostRecentAwardedDate);
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test('everything derived is what the ledger says', async () => {
    expect(await server.store.verify()).toMatchObject({ found: 0 });
  });
});
