import type { WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, test } from 'vitest';
import { withQuery } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer, type TestServer } from '../testing/test-server.ts';
import {
  ALICE,
  GAME_WITHOUT_ACHIEVEMENTS,
  GAMES,
  PLAYERS,
  testWorld,
  UNPROMOTED_ACHIEVEMENT,
} from '../testing/test-world.ts';

type Query = Readonly<Record<string, string>>;

const GAME = '/API/API_GetGame.php';
const EXTENDED = '/API/API_GetGameExtended.php';
const HASHES = '/API/API_GetGameHashes.php';
const LIST = '/API/API_GetGameList.php';
const SYSTEMS = '/API/API_GetConsoleIDs.php';

const MD5_OF_NOTHING = 'd41d8cd98f00b204e9800998ecf8427e';
const RICH_GAME = 9_003;

/** A game that has all there can be, in a system of its own. */
const RICH: readonly WorldRecord[] = [
  { type: 'system', id: 7, name: 'NES/Famicom', active: false, iconUrl: 'https://laurel.example/nes.png' },
  {
    type: 'game',
    id: RICH_GAME,
    systemId: 7,
    title: 'Contra',
    icon: '/Images/1.png',
    imageTitle: '/Images/2.png',
    imageIngame: '/Images/3.png',
    imageBoxArt: '/Images/4.png',
    publisher: 'Konami',
    developer: 'Konami Digital',
    genre: 'Shooter',
    released: '1988-02-09',
    richPresence: 'Display:\nPlaying',
    hashes: [{ md5: 'b'.repeat(32), name: 'Contra (USA).nes', labels: ['nointro'] }, { md5: 'a'.repeat(32) }],
  },
  {
    type: 'leaderboard',
    id: 1,
    gameId: RICH_GAME,
    title: 'High Score',
    description: '',
    format: 'SCORE',
  },
];

const NO_GAME = {
  message: 'There is no game with this ID. Check the ID.',
  errors: [{ status: '404', code: 'not_found', title: 'There is no game with this ID.' }],
};

/** What there is not is empty, as on the live service; where that answers with a 404, a 404. */
const nothingFound = ['999999', '2147483648', '9'.repeat(40)].flatMap((i) => [
  { path: GAME, i, status: 200, body: {} },
  { path: EXTENDED, i, status: 200, body: {} },
  { path: HASHES, i, status: 404, body: NO_GAME },
  { path: LIST, i, status: 200, body: [] },
]);

describeOnBothEngines('games and systems', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: [...testWorld(), ...RICH] });
  });

  async function get(path: string, query: Query = {}) {
    const answer = await server.askWithKey(withQuery(path, query));
    expect(answer.statusCode, JSON.stringify(query)).toBe(200);
    return answer.json();
  }

  test.each(nothingFound)('nothing found: $path $i', async ({ path, i, status, body }) => {
    const answer = await server.askWithKey(withQuery(path, { i }));
    expect([answer.statusCode, answer.json()]).toEqual([status, body]);
  });

  describe('GetGame', () => {
    test('every field', async () => {
      expect(await get(GAME, { i: String(RICH_GAME) })).toEqual({
        Title: 'Contra',
        GameTitle: 'Contra',
        ConsoleID: 7,
        ConsoleName: 'NES/Famicom',
        Console: 'NES/Famicom',
        ForumTopicID: null,
        Flags: 0,
        GameIcon: '/Images/1.png',
        ImageIcon: '/Images/1.png',
        ImageTitle: '/Images/2.png',
        ImageIngame: '/Images/3.png',
        ImageBoxArt: '/Images/4.png',
        Publisher: 'Konami',
        Developer: 'Konami Digital',
        Genre: 'Shooter',
        Released: '1988-02-09 00:00:00',
        ReleasedAtGranularity: 'day',
      });
    });

    test('a game of which next to nothing is known has texts, and pictures that are there', async () => {
      const game = await get(GAME, { i: String(GAME_WITHOUT_ACHIEVEMENTS) });
      expect(game).toMatchObject({ Publisher: '', Genre: '', Released: null, ReleasedAtGranularity: null });
      for (const path of [game.ImageIcon, game.ImageTitle, game.ImageBoxArt]) {
        expect((await server.ask(path)).statusCode).toBe(200);
      }
    });
  });

  describe('GetGameExtended', () => {
    test('every field of a game with an achievement', async () => {
      expect(await get(EXTENDED, { i: '1' })).toEqual({
        ID: 1,
        Title: 'Game 1',
        ConsoleID: 1,
        ForumTopicID: null,
        Flags: null,
        ImageIcon: '/Images/1.png',
        ImageTitle: '/Images/game-1.png',
        ImageIngame: '/Images/game-1.png',
        ImageBoxArt: '/Images/game-1.png',
        Publisher: '',
        Developer: '',
        Genre: '',
        Released: null,
        ReleasedAtGranularity: null,
        IsFinal: false,
        RichPresencePatch: MD5_OF_NOTHING,
        GuideURL: null,
        Updated: '1970-01-01T00:00:01.000000Z',
        ConsoleName: 'Mega Drive / Genesis',
        ParentGameID: null,
        NumDistinctPlayers: PLAYERS + 1,
        NumAchievements: 1,
        Achievements: {
          1: {
            ID: 1,
            NumAwarded: PLAYERS + 1,
            NumAwardedHardcore: PLAYERS / 2 + 1,
            Title: 'Achievement 1',
            Description: 'Play it',
            Points: 5,
            TrueRatio: 5,
            Author: 'alice',
            AuthorULID: ALICE.ulid,
            DateModified: '1970-01-01 00:00:01',
            DateCreated: '1970-01-01 00:00:00',
            BadgeName: 'a1',
            DisplayOrder: 0,
            MemAddr: MD5_OF_NOTHING,
            type: 'progression',
          },
        },
        Claims: [],
        NumDistinctPlayersCasual: PLAYERS + 1,
        NumDistinctPlayersHardcore: PLAYERS + 1,
      });
    });

    test('unpromoted achievements where they are asked for, and only those', async () => {
      const ids = async (query: Query) => Object.keys((await get(EXTENDED, query)).Achievements);
      expect(await ids({ i: '2' })).toEqual(['2']);
      expect(await ids({ i: '2', f: '3' })).toEqual(['2']);
      expect(await ids({ i: '2', f: '5' })).toEqual([String(UNPROMOTED_ACHIEVEMENT)]);
      expect(await ids({ i: '1', f: '5' })).toEqual([]);
    });

    test('no achievements, and no time of a change', async () => {
      expect(await get(EXTENDED, { i: String(RICH_GAME) })).toMatchObject({
        Released: '1988-02-09',
        Updated: null,
        NumAchievements: 0,
        Achievements: {},
        NumDistinctPlayers: 0,
      });
    });

    test('an untracked player counts for nothing in it', async () => {
      const mine = await openTestServer(engine, { world: testWorld() });
      await mine.store.importWorld([{ type: 'user', username: 'Player2', untracked: true }], 0);
      const game = (await mine.askWithKey(withQuery(EXTENDED, { i: '1' }))).json();
      expect(game.NumDistinctPlayers).toBe(PLAYERS);
      expect(game.Achievements[1]).toMatchObject({ NumAwarded: PLAYERS, NumAwardedHardcore: PLAYERS / 2 });
    });
  });

  test('GetGameHashes', async () => {
    expect(await get(HASHES, { i: String(RICH_GAME) })).toEqual({
      Results: [
        { MD5: 'a'.repeat(32), Name: '', Labels: [], PatchUrl: null },
        { MD5: 'b'.repeat(32), Name: 'Contra (USA).nes', Labels: ['nointro'], PatchUrl: null },
      ],
    });
    expect(await get(HASHES, { i: '1' })).toEqual({ Results: [] });
  });

  describe('GetGameList', () => {
    const contra = {
      Title: 'Contra',
      ID: RICH_GAME,
      ConsoleID: 7,
      ConsoleName: 'NES/Famicom',
      ImageIcon: '/Images/1.png',
      NumAchievements: 0,
      NumLeaderboards: 1,
      Points: 0,
      DateModified: null,
      ForumTopicID: null,
    };
    const titles = [
      ...Array.from({ length: GAMES }, (_, index) => `Game ${index + 1}`).sort(),
      'Nothing to do',
    ];

    test('every field, hashes only where they are asked for', async () => {
      expect(await get(LIST, { i: '7' })).toEqual([contra]);
      expect(await get(LIST, { i: '7', h: '1' })).toEqual([
        { ...contra, Hashes: ['a'.repeat(32), 'b'.repeat(32)] },
      ]);
      const [first] = await get(LIST, { i: '1', c: '1', h: '1' });
      expect(first).toMatchObject({
        ID: 1,
        NumAchievements: 1,
        NumLeaderboards: 0,
        Points: 5,
        DateModified: '1970-01-01 00:00:01',
        Hashes: [],
      });
    });

    test.each([
      [{}, 0, GAMES + 1],
      [{ c: '0', o: '0' }, 0, GAMES + 1],
      [{ c: '3' }, 0, 3],
      [{ o: '7' }, 7, GAMES + 1],
      [{ c: '100', o: '500' }, 500, GAMES + 1],
      [{ c: '99999999999999999999' }, 0, GAMES + 1],
      [{ o: '99999999999999999999' }, 0, 0],
      [{ f: '1' }, 0, GAMES],
      [{ f: '1', c: '5', o: String(GAMES - 2) }, GAMES - 2, GAMES],
    ])('%j: rows %i to %i of all by title', async (query, from, to) => {
      const games: { Title: string }[] = await get(LIST, { i: '1', ...query });
      expect(games.map(({ Title }) => Title)).toEqual(titles.slice(from, to));
    });
  });

  describe('GetConsoleIDs', () => {
    const megaDrive = {
      ID: 1,
      Name: 'Mega Drive / Genesis',
      IconURL: '/Images/system-1.png',
      Active: true,
      IsGameSystem: true,
    };
    const nes = {
      ID: 7,
      Name: 'NES/Famicom',
      IconURL: 'https://laurel.example/nes.png',
      Active: false,
      IsGameSystem: true,
    };

    test('all of them, all for games', async () => {
      expect(await get(SYSTEMS)).toEqual([megaDrive, nes]);
      expect(await get(SYSTEMS, { g: '1' })).toEqual([megaDrive, nes]);
    });

    test('the active ones', async () => {
      expect(await get(SYSTEMS, { a: '1' })).toEqual([megaDrive]);
    });

    test('a picture of a system without one is there', async () => {
      expect((await server.ask(megaDrive.IconURL)).headers['content-type']).toBe('image/png');
    });
  });
});
