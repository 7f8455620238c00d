import { beforeAll, expect, test } from 'vitest';
import { now } from '../clock.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { withQuery } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer, type TestServer } from '../testing/test-server.ts';
import { FIRST_UNLOCK, testWorld } from '../testing/test-world.ts';
import type { EndpointHandler } from './endpoint-handler.ts';
import { loadHandlers } from './handlers.ts';
import { WebApi } from './web-api.ts';

const handlers = new Map((await loadHandlers()).map((handler) => [handler.endpoint.name as string, handler]));

describeOnBothEngines('an answer that was asked for before', (engine) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openTestServer(engine, { world: testWorld() });
  });

  /** Asks again and again, and says how often the answer was made. */
  async function asking(name: string, query: Record<string, string>, key = server.key) {
    const real = handlers.get(name) ?? expect.fail();
    let made = 0;
    const counted: EndpointHandler = {
      ...real,
      answer: (...asked) => {
        made += 1;
        return real.answer(...asked);
      },
    };
    const api = new WebApi(server.store);
    const url = withQuery(real.endpoint.path, query);
    const ask = async () => {
      await api.answer(counted, { url, headers: { 'x-api-key': key }, query: () => query });
      return made;
    };
    await ask();
    await ask();
    return ask;
  }

  async function unlock(username: string, achievementId: number): Promise<void> {
    const player = (await server.store.findPlayer({ kind: 'username', username })) ?? expect.fail();
    const outcome = await server.store.recordUnlock(
      { playerId: player.id, achievementId, at: FIRST_UNLOCK + 86_400 * 30, hardcore: true },
      now(),
    );
    expect(outcome.kind).toBe('recorded');
  }

  test('is not made again when something else is unlocked', async () => {
    const asked = [
      await asking('GetAchievementUnlocks', { a: '1', c: '3' }),
      await asking('GetAchievementDistribution', { i: '1' }),
      await asking('GetUserProgress', { u: 'Player1', i: '1,2' }),
      await asking('GetUserCompletionProgress', { u: 'Player1' }),
      await asking('GetGameList', { i: '1' }),
    ];
    const before = await Promise.all(asked.map((ask) => ask()));
    for (const achievementId of [11, 12, 13]) {
      await unlock('Player300', achievementId);
      expect(await Promise.all(asked.map((ask) => ask()))).toEqual(before);
    }
    await server.store.savePresence({ playerId: 1, gameId: 1, message: 'Playing', at: now() });
    expect(await Promise.all(asked.map((ask) => ask()))).toEqual(before);
  });

  test.each([
    ['an unlock in its game', 'GetAchievementDistribution', { i: '21' }, () => unlock('Player301', 21)],
    ['an unlock in its game', 'GetAchievementUnlocks', { a: '31' }, () => unlock('Player301', 31)],
    ['an unlock in its game', 'GetGameExtended', { i: '32' }, () => unlock('Player301', 32)],
    ['an unlock in its game', 'GetGameRankAndScore', { g: '33' }, () => unlock('Player301', 33)],
    ['an unlock in its game', 'GetGameRankAndScore', { g: '34', t: '1' }, () => unlock('Player301', 34)],
    [
      "another one's unlock in its game",
      'GetGameInfoAndUserProgress',
      { u: 'Player302', g: '35' },
      () => unlock('Player301', 35),
    ],
    ['an unlock of its player', 'GetUserProgress', { u: 'Player302', i: '1' }, () => unlock('Player302', 22)],
    [
      'an unlock of its player',
      'GetUserCompletionProgress',
      { u: 'Player304' },
      () => unlock('Player304', 22),
    ],
    ['an unlock of its player', 'GetUserAwards', { u: 'Player305' }, () => unlock('Player305', 22)],
    ['an unlock of its player', 'GetUserCompletedGames', { u: 'Player306' }, () => unlock('Player306', 22)],
    ['an unlock of its player', 'GetUserPoints', { u: 'Player307' }, () => unlock('Player307', 22)],
    [
      'an unlock of a player in its list, who has more points then',
      'GetAchievementUnlocks',
      { a: '1', c: '3' },
      () => unlock('Player519', 23),
    ],
    [
      'an import',
      'GetGameList',
      { i: '1' },
      () => server.store.importWorld([{ type: 'system', id: 1, name: 'Renamed' }], now()),
    ],
  ] as const)('is made again after %s', async (_, name, query, change) => {
    const ask = await asking(name, query);
    const made = await ask();
    await change();
    expect([await ask(), await ask()]).toEqual([made + 1, made + 1]);
  });

  test('is made again after anything where its endpoint does not say what it rests on', async () => {
    const ask = await asking('GetTopTenUsers', {});
    const made = await ask();
    await unlock('Player303', 24);
    expect(await ask()).toBe(made + 1);
  });

  test('is of the moment where its key is refused', async () => {
    const key = newSecret();
    await server.store.saveApiKey({ hash: secretHash(key), name: 'short', now: now() });
    const ask = await asking('GetGame', { i: '1' }, key);
    await server.store.revokeApiKeys('short');
    await expect(ask()).rejects.toThrow('Unauthenticated');
  });
});
