import { openStore, type Store } from '@laurel/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '../clock.ts';
import { Failure } from '../http/failure.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { withQuery } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer } from '../testing/test-server.ts';
import { FIRST_UNLOCK, GAMES, PLAYERS, testWorld } from '../testing/test-world.ts';
import { loadHandlers } from './handlers.ts';
import { WebApi } from './web-api.ts';

const handlers = new Map((await loadHandlers()).map((handler) => [handler.endpoint.path as string, handler]));

/** How many answers are compared with a fresh one, at least. */
const COMPARED = 1_000;
/** And how many changes there are meanwhile, at least. */
const CHANGES = 120;
/** A few addresses, so that most answers are known already. */
const ASKED = [
  { path: '/API/API_GetAchievementUnlocks.php', query: { a: '1', c: '5' } },
  { path: '/API/API_GetAchievementUnlocks.php', query: { a: '2' } },
  { path: '/API/API_GetAchievementUnlocks.php', query: { a: '1', c: '3', o: '400' } },
  { path: '/API/API_GetUserProgress.php', query: { u: 'Player1', i: '1,2,3' } },
  { path: '/API/API_GetUserProgress.php', query: { u: 'Player2', i: '2' } },
  { path: '/API/API_GetUserCompletionProgress.php', query: { u: 'Player1', c: '10' } },
  { path: '/API/API_GetUserCompletionProgress.php', query: { u: 'Nobody' } },
  { path: '/API/API_GetUserProfile.php', query: { u: 'Player3' } },
  { path: '/API/API_GetTopTenUsers.php', query: {} },
  { path: '/API/API_GetUserSummary.php', query: { u: 'Player2', g: '3' } },
  { path: '/API/API_GetUserRecentlyPlayedGames.php', query: { u: 'Player1' } },
  { path: '/API/API_LaurelSearch.php', query: { q: 'title' } },
  { path: '/API/API_LaurelSearch.php', query: { q: 'player1' } },
  { path: '/API/API_LaurelGetRecentUnlocks.php', query: { c: '5' } },
  { path: '/API/API_LaurelGetUserActivity.php', query: { u: 'Player1', c: '5' } },
  { path: '/API/API_LaurelGetMostPlayedGames.php', query: { c: '5' } },
  { path: '/API/API_GetAchievementDistribution.php', query: { i: '1' } },
  { path: '/API/API_GetAchievementDistribution.php', query: { i: '2', h: '1' } },
  { path: '/API/API_GetConsoleIDs.php', query: {} },
  { path: '/API/API_GetGame.php', query: { i: '1' } },
  { path: '/API/API_GetGameExtended.php', query: { i: '1' } },
  { path: '/API/API_GetGameHashes.php', query: { i: '1' } },
  { path: '/API/API_GetGameInfoAndUserProgress.php', query: { u: 'Player1', g: '2', a: '1' } },
  { path: '/API/API_GetGameList.php', query: { i: '1', c: '5' } },
  { path: '/API/API_GetGameRankAndScore.php', query: { g: '2' } },
  { path: '/API/API_GetGameRankAndScore.php', query: { g: '3', t: '1' } },
  { path: '/API/API_GetUserAwards.php', query: { u: 'Player3' } },
  { path: '/API/API_GetUserCompletedGames.php', query: { u: 'Player4' } },
  { path: '/API/API_GetUserPoints.php', query: { u: 'Player5' } },
].map(({ path, query }) => ({ path, url: withQuery(path, query), query }));

describeOnBothEngines('two servers on one database', (engine) => {
  let one: Store;
  let other: Store;
  let key: string;
  const dice = randomNumbers(2_023);

  beforeAll(async () => {
    const server = await openTestServer(engine, { world: testWorld() });
    one = server.store;
    other = await openStore(server.store.location);
    key = server.key;
  });
  afterAll(() => other.close());

  async function ask(api: WebApi, { path, url, query }: (typeof ASKED)[number], withKey = key) {
    const handler = handlers.get(path) ?? expect.fail();
    const answer = await api.answer(handler, { url, headers: { 'x-api-key': withKey }, query: () => query });
    return answer.body.toString();
  }

  /** Something that changes answers, of the one server or the other. */
  async function change(store: Store): Promise<unknown> {
    const player = await store.findPlayer({ kind: 'username', username: `Player${1 + dice(8)}` });
    const at = FIRST_UNLOCK + 40 * 86_400 + dice(1_000_000);
    const unlock = { playerId: player?.id ?? 0, achievementId: 1 + dice(12), at, hardcore: dice(2) === 0 };
    // Mostly unlocks: whatever else changes makes all answers anew.
    switch (dice(24)) {
      case 0:
        return store.importWorld(
          [{ type: 'game', id: 1 + dice(5), systemId: 1, title: `Title ${dice(1e6)}` }],
          now(),
        );
      case 1:
        return store.importWorld(
          [{ type: 'user', username: `Player${1 + dice(20)}`, untracked: dice(2) === 0 }],
          now(),
        );
      case 2:
        return store.changeMotto(unlock.playerId, `Motto ${dice(1e6)}`);
      case 3:
        return store.savePresence({ playerId: unlock.playerId, gameId: 1, message: 'Playing', at: now() });
      default:
        return store.recordUnlock(unlock, now());
    }
  }

  test('every answer is what it would be without a cache, while both are written to', async () => {
    const cached = [new WebApi(one), new WebApi(other)];
    let compared = 0;
    let changes = 0;
    let asking = true;
    const writing = [one, other].map(async (store) => {
      for (; asking; changes += 1) {
        await change(store);
        await pause(dice(20));
      }
    });
    const readers = cached.flatMap((api, index) => [
      readAndCompare(api, index === 0 ? one : other),
      readAndCompare(api, index === 0 ? other : one),
    ]);
    await Promise.all(readers);
    asking = false;
    await Promise.all(writing);

    async function readAndCompare(api: WebApi, store: Store): Promise<void> {
      while (compared < COMPARED || changes < CHANGES) {
        const request = ASKED[dice(ASKED.length)] ?? expect.fail();
        const revision = () => store.look(async (state) => state.revision);
        const before = await revision();
        const answer = await ask(api, request);
        const fresh = await ask(new WebApi(store), request);
        // Where something was written meanwhile, both may be right.
        if ((await revision()) !== before) continue;
        compared += 1;
        expect(answer, request.url).toBe(fresh);
      }
    }
  });

  test('all endpoints that say what their answers rest on are among those that are compared', () => {
    const compared = new Set(ASKED.map(({ path }) => path));
    const saying = [...handlers.values()].filter(({ restsOn }) => restsOn !== undefined);
    expect(saying.filter(({ endpoint }) => !compared.has(endpoint.path))).toEqual([]);
  });

  test('an author who gets an account through the one is a user at the other', async () => {
    const api = new WebApi(other);
    const asked = ['GetAchievementUnlocks.php?a=8', 'GetGameExtended.php?i=8'].map((path) => {
      const [name = '', query] = path.split('?');
      return { path: `/API/API_${name}`, url: path, query: Object.fromEntries(new URLSearchParams(query)) };
    });
    const answers = () => Promise.all(asked.map((request) => ask(api, request)));
    for (const _ of [1, 2]) for (const answer of await answers()) expect(answer).toMatch(/"AuthorULID":null/);
    await one.createAccount({ username: 'somebody', passwordHash: '', admin: false, now: now() });
    for (const answer of await answers()) expect(answer).toMatch(/"AuthorULID":"\w{26}"/);
  });

  test('an unlock that the one has acknowledged is in the next answer of the other', async () => {
    const [first, second] = [new WebApi(one), new WebApi(other)];
    const request = { path: '/API/API_GetAchievementUnlocks.php', url: '/?a=7', query: { a: '7' } };
    const count = async (api: WebApi) => JSON.parse(await ask(api, request)).UnlocksCount;
    const start = await count(first);
    expect(await count(second)).toBe(start);
    for (let n = 1; n <= 100; n += 1) {
      const [writer, reader] = n % 2 === 0 ? [one, second] : [other, first];
      const player = await writer.findPlayer({ kind: 'username', username: `Player${PLAYERS - n}` });
      await writer.recordUnlock(
        { playerId: player?.id ?? 0, achievementId: 7, at: FIRST_UNLOCK, hardcore: false },
        now(),
      );
      expect(await count(reader)).toBe(start + n);
    }
    expect(GAMES).toBeGreaterThan(7);
  });

  test('a key that was revoked through the one opens nothing at the other', async () => {
    const api = new WebApi(other);
    const request = ASKED[0] ?? expect.fail();
    const short = newSecret();
    await one.saveApiKey({ hash: secretHash(short), name: 'short', now: now() });
    await ask(api, request, short);
    await ask(api, request, short);
    await one.revokeApiKeys('short');
    await expect(ask(api, request, short)).rejects.toThrow(Failure);
    await expect(ask(api, ASKED[1] ?? expect.fail(), short)).rejects.toThrow(Failure);
    await ask(api, request);
  });
});

/** Whole numbers from 0 to below a limit, the same ones each time (a linear congruential generator). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * limit);
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
