import type { WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { withQuery } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer, type TestServer } from '../testing/test-server.ts';
import { ALICE, FIRST_UNLOCK, GAMES, PLAYERS, testWorld } from '../testing/test-world.ts';

const SEARCH = '/API/API_LaurelSearch.php';
const RECENT = '/API/API_LaurelGetRecentUnlocks.php';
const MOST_PLAYED = '/API/API_LaurelGetMostPlayedGames.php';

/** An unlock after all others, by somebody who is not tracked. */
const GHOST: readonly WorldRecord[] = [
  { type: 'user', username: 'Ghost', untracked: true },
  { type: 'unlock', user: 'Ghost', achievementId: 1, at: FIRST_UNLOCK + 1e6, hardcore: true },
];

describeOnBothEngines("Laurel's own answers", (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: [...testWorld(), ...GHOST] });
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
