import type { WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { withQuery } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer, type TestServer } from '../testing/test-server.ts';
import {
  ALICE,
  ALICES_FIRST_UNLOCK,
  FIRST_UNLOCK,
  GAMES,
  PLAYERS,
  testWorld,
  UNPROMOTED_ACHIEVEMENT,
} from '../testing/test-world.ts';

const SEARCH = '/API/API_LaurelSearch.php';
const RECENT = '/API/API_LaurelGetRecentUnlocks.php';
const ACTIVITY = '/API/API_LaurelGetUserActivity.php';
const MOST_PLAYED = '/API/API_LaurelGetMostPlayedGames.php';

/** Who is not tracked: with an unlock after all others, with one a day, with some on a few days. */
const GHOSTS: readonly WorldRecord[] = [
  ...['Ghost', 'Daily', 'Busy'].map((username) => ({ type: 'user', username, untracked: true }) as const),
  unlock('Ghost', 1, '2024-02-10T00:00:00Z'),
  ...Array.from({ length: GAMES }, (_, day) =>
    unlock('Daily', day + 1, new Date((FIRST_UNLOCK - day * 86_400) * 1000).toISOString()),
  ),
  unlock('Busy', 1, '2024-03-01T00:00:00Z'),
  unlock('Busy', 2, '2024-02-29T23:59:59Z', false),
  unlock('Busy', 3, '2024-02-29T00:00:00Z'),
  unlock('Busy', 4, '2023-12-31T12:00:00Z', false),
  // Counted in hardcore, and once.
  unlock('Busy', 1, '2020-01-01T00:00:00Z', false),
  unlock('Busy', UNPROMOTED_ACHIEVEMENT, '2024-03-02T00:00:00Z'),
];

function unlock(user: string, achievementId: number, at: string, hardcore = true): WorldRecord {
  return { type: 'unlock', user, achievementId, at: Date.parse(at) / 1000, hardcore };
}

describeOnBothEngines("Laurel's own answers", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: [...testWorld(), ...GHOSTS] });
  });

  async function get(path: string, query: Readonly<Record<string, string>> = {}) {
    const answer = await server.askWithKey(withQuery(path, query));
    expect(answer.statusCode).toBe(200);
    return answer.json();
  }

  describe('a search', () => {
    test('finds games by title, and players by name', async () => {
      expect(await get(SEARCH, { q: ' game 1 ', c: '2' })).toEqual({
        Games: [
          {
            ID: 1,
            Title: 'Game 1',
            ConsoleID: 1,
            ConsoleName: 'Mega Drive / Genesis',
            ImageIcon: '/Images/1.png',
            NumAchievements: 1,
            NumDistinctPlayers: PLAYERS + 1,
          },
          expect.objectContaining({ ID: 10, NumDistinctPlayers: 1 }),
        ],
        Players: [],
      });
      expect(await get(SEARCH, { q: 'ALI' })).toEqual({
        Games: [],
        Players: [
          {
            User: 'Alice',
            ULID: ALICE.ulid,
            UserPic: '/UserPic/Alice.png',
            TotalPoints: 5 * GAMES,
            TotalSoftcorePoints: 0,
          },
        ],
      });
    });

    test('finds ten of each, or as many as asked for, up to fifty', async () => {
      const counts = async (query: Record<string, string>) => {
        const { Games, Players } = await get(SEARCH, query);
        return [Games.length, Players.length];
      };
      expect(await counts({ q: 'game' })).toEqual([10, 0]);
      expect(await counts({ q: 'player' })).toEqual([0, 10]);
      expect(await counts({ q: 'g', c: '3' })).toEqual([3, 0]);
      expect(await counts({ q: 'p', c: '99' })).toEqual([0, 50]);
    });

    test('finds nothing where there is nothing, or nobody who is tracked', async () => {
      for (const q of ['xyzzy', 'ghost', '!', "' or 1=1 --", '%', '\0'])
        expect(await get(SEARCH, { q })).toEqual({ Games: [], Players: [] });
    });
  });

  test('the newest unlocks, of tracked players', async () => {
    const unlocks = await get(RECENT, { c: '2' });
    expect(unlocks[0]).toEqual({
      User: `Player${PLAYERS}`,
      ULID: expect.stringMatching(/^[0-9A-Z]{26}$/),
      UserPic: `/UserPic/Player${PLAYERS}.png`,
      Date: new Date((FIRST_UNLOCK + (PLAYERS - 1) * 60) * 1000).toISOString().slice(0, 19).replace('T', ' '),
      HardcoreMode: 1,
      AchievementID: 1,
      Title: 'Achievement 1',
      Description: 'Play it',
      BadgeName: expect.any(String),
      Points: 5,
      TrueRatio: expect.any(Number),
      Type: 'progression',
      Author: 'alice',
      AuthorULID: ALICE.ulid,
      GameTitle: 'Game 1',
      GameIcon: '/Images/1.png',
      GameID: 1,
      ConsoleName: 'Mega Drive / Genesis',
      BadgeURL: `/Badge/${unlocks[0].BadgeName}.png`,
      GameURL: '/game/1',
    });
    expect(unlocks[1]).toMatchObject({ User: `Player${PLAYERS - 1}`, HardcoreMode: 0 });
    expect(unlocks).toHaveLength(2);
    expect(await get(RECENT)).toHaveLength(25);
    expect(await get(RECENT, { c: '1000' })).toHaveLength(100);
  });

  describe('the activity of a user', () => {
    test('is the days on which they unlocked something, the newest first', async () => {
      expect(await get(ACTIVITY, { u: 'Busy' })).toEqual([
        { Date: '2024-03-01', NumAchieved: 1, NumAchievedHardcore: 1 },
        { Date: '2024-02-29', NumAchieved: 2, NumAchievedHardcore: 1 },
        { Date: '2023-12-31', NumAchieved: 1, NumAchievedHardcore: 0 },
      ]);
      expect(await get(ACTIVITY, { u: 'busy', c: '1' })).toEqual([
        { Date: '2024-03-01', NumAchieved: 1, NumAchievedHardcore: 1 },
      ]);
    });

    test('is of whom a ULID names, too, and adds up to what they have', async () => {
      const alices = [{ Date: '2023-12-31', NumAchieved: GAMES, NumAchievedHardcore: GAMES }];
      expect(FIRST_UNLOCK - ALICES_FIRST_UNLOCK).toBe(86_400);
      expect(await get(ACTIVITY, { u: 'Alice' })).toEqual(alices);
      expect(await get(ACTIVITY, { u: ALICE.ulid })).toEqual(alices);
    });

    test('is of 100 days, or of as many as asked for, up to 500', async () => {
      const count = async (c?: string) =>
        (await get(ACTIVITY, { u: 'Daily', ...(c === undefined ? {} : { c }) })).length;
      expect(await count()).toBe(100);
      expect(await count('371')).toBe(371);
      expect(await count('501')).toBe(500);
    });

    test('is none of who has unlocked nothing, and of who does not exist', async () => {
      expect(await get(ACTIVITY, { u: 'xelnia' })).toEqual([]);
      expect(await get(ACTIVITY, { u: 'Nobody' })).toEqual([]);
    });
  });

  test('the most played games', async () => {
    const games = await get(MOST_PLAYED);
    expect(games[0]).toEqual({
      ID: 1,
      Title: 'Game 1',
      ImageIcon: '/Images/1.png',
      ConsoleID: 1,
      ConsoleName: 'Mega Drive / Genesis',
      NumAchievements: 1,
      Points: 5,
      NumDistinctPlayers: PLAYERS + 1,
    });
    expect(games).toHaveLength(10);
    expect(games.map(({ ID }: { ID: number }) => ID)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await get(MOST_PLAYED, { c: '1000' })).toHaveLength(100);
  });
});
