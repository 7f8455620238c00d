import type { WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { now } from '../clock.ts';
import { withQuery } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer, type TestServer } from '../testing/test-server.ts';
import { ALICE, ALICES_FIRST_UNLOCK, GAMES, PLAYERS, testWorld } from '../testing/test-world.ts';
import { loadHandlers } from './handlers.ts';
import { WebApi } from './web-api.ts';

type Query = Readonly<Record<string, string>>;

const path = (name: string) => `/API/API_${name}.php`;
const [POINTS, PROFILE, SUMMARY] = ['GetUserPoints', 'GetUserProfile', 'GetUserSummary'].map(path);
const RECENT = path('GetUserRecentAchievements');
const PLAYED = path('GetUserRecentlyPlayedGames');

const NO_USER = {
  message: 'There is no user with this name or ULID. Check the ID.',
  errors: [{ status: '404', code: 'not_found', title: 'There is no user with this name or ULID.' }],
};

const HIDDEN = 'Hidden';

/** The world of the tests, and an untracked player with more points than most. */
function* world(): Generator<WorldRecord> {
  yield* testWorld();
  yield { type: 'user', username: HIDDEN, untracked: true };
  for (let id = 1; id <= 60; id += 1)
    yield { type: 'unlock', user: HIDDEN, achievementId: id, at: 1_000 + id, hardcore: true };
}

const plain = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** The games of Alice, the one played last first. */
const played = Array.from({ length: GAMES }, (_, index) => {
  const id = GAMES - index;
  return {
    ...{ GameID: id, ConsoleID: 1, ConsoleName: 'Mega Drive / Genesis', Title: `Game ${id}` },
    ImageIcon: `/Images/${id}.png`,
    ...{ ImageTitle: `/Images/game-${id}.png`, ImageIngame: `/Images/game-${id}.png` },
    ImageBoxArt: `/Images/game-${id}.png`,
    LastPlayed: plain(ALICES_FIRST_UNLOCK + id - 1),
    AchievementsTotal: 1,
  };
});
const PROGRESS = {
  ...{ NumPossibleAchievements: 1, PossibleScore: 5, NumAchieved: 1, ScoreAchieved: 5 },
  ...{ NumAchievedHardcore: 1, ScoreAchievedHardcore: 5 },
};

/** Everything that only she has is worth its points; of the first one, half of the players have it in hardcore. */
const ALICES_TRUE_POINTS = 5 * GAMES;

describeOnBothEngines('the answers about a player', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: world() });
  });

  async function get(url: string | undefined, query: Query) {
    const answer = await server.askWithKey(withQuery(url ?? '', query));
    return { status: answer.statusCode, body: answer.json() };
  }

  describe.each(['Nobody', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ'])('who does not exist (%s)', (u) => {
    test.each([POINTS, PROFILE, SUMMARY])('%s', async (url) => {
      expect(await get(url, { u })).toEqual({ status: 404, body: NO_USER });
    });

    test.each([RECENT, PLAYED])('%s', async (url) => {
      expect(await get(url, { u })).toEqual({ status: 200, body: [] });
    });
  });

  test('GetUserPoints', async () => {
    expect((await get(POINTS, { u: 'alice' })).body).toEqual({ Points: 5 * GAMES, SoftcorePoints: 0 });
    expect((await get(POINTS, { u: 'Player1' })).body).toEqual({ Points: 0, SoftcorePoints: 5 });
  });

  describe('GetUserProfile', () => {
    const profile = {
      User: 'Alice',
      ULID: ALICE.ulid,
      UserPic: '/UserPic/Alice.png',
      MemberSince: '1970-01-01 00:00:00',
      RichPresenceMsg: `Playing Game ${GAMES}`,
      LastGameID: GAMES,
      ...{ ContribCount: 0, ContribYield: 0 },
      ...{ TotalPoints: 5 * GAMES, TotalSoftcorePoints: 0, TotalTruePoints: ALICES_TRUE_POINTS },
      ...{ Permissions: 1, Untracked: 0, ID: expect.any(Number), UserWallActive: 0, Motto: '' },
    };

    test('by name and by ULID', async () => {
      for (const u of ['ALICE', ALICE.ulid, ALICE.ulid.toLowerCase()])
        expect(await get(PROFILE, { u })).toEqual({ status: 200, body: profile });
    });

    test('of an untracked user', async () => {
      expect((await get(PROFILE, { u: HIDDEN })).body).toMatchObject({ Untracked: 1, TotalPoints: 300 });
    });
  });

  describe('GetUserSummary', () => {
    test('no games unless they are asked for', async () => {
      const { body } = await get(SUMMARY, { u: 'Alice' });
      expect(body).toMatchObject({
        ...{ LastGameID: GAMES, RecentlyPlayedCount: 0, RecentlyPlayed: [], Status: 'Offline' },
        LastActivity: { ID: 0, timestamp: null, User: 'Alice' },
        ...{ Rank: 1, TotalRanked: 1 },
      });
      expect([body.Awarded, body.RecentAchievements]).toEqual([{}, {}]);
      expect(body).not.toHaveProperty('LastGame');
    });

    test('games and the newest achievements in them', async () => {
      const { body } = await get(SUMMARY, { u: 'Alice', g: '2', a: '1' });
      expect(body).toMatchObject({ RecentlyPlayedCount: 2, RecentlyPlayed: played.slice(0, 2) });
      expect(body.Awarded).toEqual({ [GAMES]: PROGRESS, [GAMES - 1]: PROGRESS });
      expect(body.RecentAchievements).toEqual({
        [GAMES]: {
          [GAMES]: {
            ...{ ID: GAMES, GameID: GAMES, GameTitle: `Game ${GAMES}`, Title: `Achievement ${GAMES}` },
            ...{ Description: 'Play it', Points: 5, Type: 'progression', BadgeName: expect.any(String) },
            ...{ IsAwarded: '1', DateAwarded: played[0]?.LastPlayed, HardcoreAchieved: 1 },
          },
        },
      });
      expect(body.LastGame).toEqual({
        ...{ ID: GAMES, Title: `Game ${GAMES}`, ConsoleID: 1, ConsoleName: 'Mega Drive / Genesis' },
        ...{ ForumTopicID: 0, Flags: 0, Publisher: '', Developer: '', Genre: '', IsFinal: 0 },
        ...{ ImageIcon: `/Images/${GAMES}.png`, ImageTitle: `/Images/game-${GAMES}.png` },
        ...{ ImageIngame: `/Images/game-${GAMES}.png`, ImageBoxArt: `/Images/game-${GAMES}.png` },
        ...{ Released: null, ReleasedAtGranularity: null },
      });
    });

    test('at most 100 games', async () => {
      for (const g of ['100', '101', '99999999999999999999']) {
        const { body } = await get(SUMMARY, { u: 'Alice', g, a: '99999999999999999999' });
        expect(body.RecentlyPlayed).toEqual(played.slice(0, 100));
        expect(Object.keys(body.RecentAchievements)).toHaveLength(100);
      }
    });

    test('no rank without enough points, nor for the untracked', async () => {
      expect((await get(SUMMARY, { u: 'Player2' })).body).toMatchObject({ Rank: null, TotalRanked: 1 });
      expect((await get(SUMMARY, { u: HIDDEN })).body).toMatchObject({ Rank: null, TotalRanked: 1 });
    });
  });

  describe('GetUserRecentlyPlayedGames', () => {
    test.each([
      [{}, 0, 10],
      [{ c: '1' }, 0, 1],
      [{ c: '50' }, 0, 50],
      [{ c: '51' }, 0, 50],
      [{ o: '3' }, 3, 13],
      [{ c: '50', o: '500' }, 500, GAMES],
      [{ o: String(GAMES) }, 0, 0],
      [{ o: '99999999999999999999' }, 0, 0],
    ])('%j: rows %i to %i', async (query, from, to) => {
      const { body } = await get(PLAYED, { u: 'Alice', ...query });
      expect(body).toEqual(played.slice(from, to).map((game) => ({ ...game, ...PROGRESS })));
    });

    test('the game that an emulator is in comes first, and is what the profile says', async () => {
      const player = await server.store.findPlayer({ kind: 'username', username: 'Player4' });
      const presence = { playerId: player?.id ?? 0, gameId: 7, message: 'Act 2', at: 1_800_000_000 };
      await server.store.savePresence(presence);
      expect((await get(PLAYED, { u: 'Player4' })).body).toMatchObject([
        { GameID: 7, LastPlayed: plain(presence.at), NumAchieved: 0, NumPossibleAchievements: 1 },
        { GameID: 1, NumAchieved: 1 },
      ]);
      expect((await get(PROFILE, { u: 'Player4' })).body).toMatchObject({
        ...{ LastGameID: 7, RichPresenceMsg: 'Act 2' },
      });
      expect((await get(SUMMARY, { u: 'Player4' })).body).toMatchObject({
        ...{ LastGameID: 7, RichPresenceMsg: 'Act 2', RichPresenceMsgDate: plain(presence.at) },
      });
    });
  });

  describe('GetUserRecentAchievements', () => {
    test('what was unlocked just now, and what long ago if that is asked for', async () => {
      const player = await server.store.findPlayer({ kind: 'username', username: `Player${PLAYERS}` });
      const at = now();
      await server.store.recordUnlock(
        { playerId: player?.id ?? 0, achievementId: 2, at, hardcore: false },
        at,
      );
      const u = `Player${PLAYERS}`;
      const row = {
        ...{ Date: plain(at), HardcoreMode: 0, AchievementID: 2, Title: 'Achievement 2' },
        ...{ Description: 'Play it', BadgeName: expect.any(String), Points: 5, TrueRatio: 5 },
        ...{ Type: 'progression', Author: 'Somebody', AuthorULID: null },
        ...{ GameTitle: 'Game 2', GameIcon: '/Images/2.png', GameID: 2 },
        ...{ ConsoleName: 'Mega Drive / Genesis', BadgeURL: expect.stringMatching(/^\/Badge\/.+\.png$/) },
        GameURL: '/game/2',
      };
      expect((await get(RECENT, { u })).body).toEqual([row]);
      expect((await get(RECENT, { u, m: '2147483647' })).body).toMatchObject([
        row,
        { AchievementID: 1, HardcoreMode: 1, Author: 'alice', AuthorULID: ALICE.ulid },
      ]);
    });

    test('at most the newest 500', async () => {
      const { body } = await get(RECENT, { u: 'Alice', m: '99999999999999' });
      expect(body.map((row: { AchievementID: number }) => row.AchievementID)).toEqual(
        Array.from({ length: 500 }, (_, index) => GAMES - index),
      );
    });

    test('as time goes by they become fewer, though nothing in the store changes', async () => {
      let time = ALICES_FIRST_UNLOCK + GAMES - 1;
      const api = new WebApi(server.store, () => time);
      const handlers = await loadHandlers();
      const handler = handlers.find(({ endpoint }) => endpoint.path === RECENT) ?? expect.fail();
      const query = { u: 'Alice', m: '1' };
      const request = {
        url: withQuery(RECENT, query),
        headers: { 'x-api-key': server.key },
        query: () => query,
      };
      const count = async () => JSON.parse((await api.answer(handler, request)).body.toString()).length;
      for (const left of [61, 60, 59]) {
        expect([await count(), await count(), await count()]).toEqual([left, left, left]);
        time += 1;
      }
    });
  });
});
