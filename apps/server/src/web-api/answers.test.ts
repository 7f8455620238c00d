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

const UNLOCKS = '/API/API_GetAchievementUnlocks.php';
const PROGRESS = '/API/API_GetUserProgress.php';
const COMPLETION = '/API/API_GetUserCompletionProgress.php';
const DISTRIBUTION = '/API/API_GetAchievementDistribution.php';

const NO_ACHIEVEMENT = {
  message: 'There is no achievement with this ID. Check the ID.',
  errors: [{ status: '404', code: 'not_found', title: 'There is no achievement with this ID.' }],
};
const NOTHING = {
  NumPossibleAchievements: 0,
  PossibleScore: 0,
  NumAchieved: 0,
  ScoreAchieved: 0,
  NumAchievedHardcore: 0,
  ScoreAchievedHardcore: 0,
};
const ALL_OF_ONE = {
  NumPossibleAchievements: 1,
  PossibleScore: 5,
  NumAchieved: 1,
  ScoreAchieved: 5,
  NumAchievedHardcore: 1,
  ScoreAchievedHardcore: 5,
};

/** Whoever asks for what does not exist gets the empty form of the answer; for an achievement, a 404. */
const nothingFound: { path: string; query: Query; status: number; body: object }[] = [
  ...['999999', '2147483647', '2147483648', '9007199254740993', '9'.repeat(40)].flatMap((id) => [
    { path: UNLOCKS, query: { a: id }, status: 404, body: NO_ACHIEVEMENT },
    { path: DISTRIBUTION, query: { i: id }, status: 200, body: {} },
    { path: DISTRIBUTION, query: { i: id, h: '1', f: '5' }, status: 200, body: {} },
  ]),
  ...['Nobody', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', '00'].flatMap((u) => [
    { path: PROGRESS, query: { u, i: '1,2' }, status: 200, body: {} },
    { path: COMPLETION, query: { u }, status: 200, body: { Count: 0, Total: 0, Results: [] } },
  ]),
];

const name = (query: Query) => JSON.stringify(query);

describeOnBothEngines('an empty server', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });

  test.each(nothingFound)('$path $query', async ({ path, query, status, body }) => {
    const answer = await server.askWithKey(withQuery(path, query));
    expect([answer.statusCode, answer.json()]).toEqual([status, body]);
  });
});

describeOnBothEngines('the answers', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: testWorld() });
  });

  async function get(path: string, query: Query) {
    const answer = await server.askWithKey(withQuery(path, query));
    expect(answer.statusCode, name(query)).toBe(200);
    return answer.json();
  }

  test.each(nothingFound)('nothing found: $path $query', async ({ path, query, status, body }) => {
    const answer = await server.askWithKey(withQuery(path, query));
    expect([answer.statusCode, answer.json()]).toEqual([status, body]);
  });

  describe('GetAchievementUnlocks', () => {
    const rowOf = (n: number) => ({
      User: `Player${n}`,
      ULID: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      RAPoints: n % 2 === 0 ? 5 : 0,
      RASoftcorePoints: n % 2 === 0 ? 0 : 5,
      DateAwarded: new Date(Date.UTC(2024, 0, 1, 0, n - 1)).toISOString().replace('.000Z', '.000000Z'),
      HardcoreMode: n % 2 === 0 ? 1 : 0,
    });
    const rowOfAlice = {
      User: 'Alice',
      ULID: ALICE.ulid,
      RAPoints: 5 * GAMES,
      RASoftcorePoints: 0,
      DateAwarded: '2023-12-31T00:00:00.000000Z',
      HardcoreMode: 1,
    };
    const rows = [...Array.from({ length: PLAYERS }, (_, index) => rowOf(PLAYERS - index)), rowOfAlice];

    test('every field, the later ones of the live API too', async () => {
      const { Unlocks, ...rest } = await get(UNLOCKS, { a: '1', c: '3' });
      expect(rest).toEqual({
        Achievement: {
          ID: 1,
          Title: 'Achievement 1',
          Description: 'Play it',
          Points: 5,
          TrueRatio: 5,
          Author: 'alice',
          AuthorULID: ALICE.ulid,
          DateCreated: '1970-01-01 00:00:00',
          DateModified: '1970-01-01 00:00:01',
          Type: 'progression',
        },
        Console: { ID: 1, Title: 'Mega Drive / Genesis' },
        Game: { ID: 1, Title: 'Game 1' },
        UnlocksCount: PLAYERS + 1,
        UnlocksHardcoreCount: PLAYERS / 2 + 1,
        TotalPlayers: PLAYERS + 1,
      });
      expect(Unlocks).toEqual(rows.slice(0, 3));
    });

    test('what there is not is null: the ULID of an author who is no user, the type of an achievement', async () => {
      const { Achievement } = await get(UNLOCKS, { a: '2' });
      expect(Achievement).toMatchObject({ Author: 'Somebody', AuthorULID: null });
      const unpromoted = await get(UNLOCKS, { a: String(UNPROMOTED_ACHIEVEMENT) });
      expect(unpromoted).toMatchObject({
        Achievement: { ID: UNPROMOTED_ACHIEVEMENT, Author: '', AuthorULID: null, Type: null },
        UnlocksCount: 0,
        UnlocksHardcoreCount: 0,
        TotalPlayers: 1,
        Unlocks: [],
      });
    });

    test.each([
      [{ a: '1' }, 0, 50],
      [{ a: '1', c: '1' }, 0, 1],
      [{ a: '1', c: '500' }, 0, 500],
      [{ a: '1', c: '501' }, 0, 500],
      [{ a: '1', c: '99999999999999999999' }, 0, 500],
      [{ a: '1', o: '7' }, 7, 57],
      [{ a: '1', c: '500', o: '500' }, 500, PLAYERS + 1],
      [{ a: '1', o: String(PLAYERS) }, PLAYERS, PLAYERS + 1],
      [{ a: '1', o: String(PLAYERS + 1) }, 0, 0],
      [{ a: '1', o: '2147483647' }, 0, 0],
      [{ a: '1', o: '99999999999999999999' }, 0, 0],
    ])('%j: rows %i to %i', async (query, from, to) => {
      const { Unlocks, UnlocksCount } = await get(UNLOCKS, query);
      expect(Unlocks).toEqual(rows.slice(from, to));
      expect(UnlocksCount).toBe(PLAYERS + 1);
    });
  });

  describe('GetUserProgress', () => {
    test('games, each once; one that does not exist is zeros', async () => {
      const query = { u: 'Alice', i: `510,1,1,777777,${GAME_WITHOUT_ACHIEVEMENTS}` };
      expect(await get(PROGRESS, query)).toEqual({
        1: ALL_OF_ONE,
        510: ALL_OF_ONE,
        777777: NOTHING,
        [GAME_WITHOUT_ACHIEVEMENTS]: NOTHING,
      });
    });

    test('in softcore and in hardcore', async () => {
      const softcore = { ...ALL_OF_ONE, NumAchievedHardcore: 0, ScoreAchievedHardcore: 0 };
      expect(await get(PROGRESS, { u: 'Player1', i: '1' })).toEqual({ 1: softcore });
      expect(await get(PROGRESS, { u: 'Player2', i: '1' })).toEqual({ 1: ALL_OF_ONE });
    });

    test('a thousand games at once', async () => {
      const ids = Array.from({ length: 1000 }, (_, index) => index + 1);
      const answer = await get(PROGRESS, { u: 'Alice', i: ids.join(',') });
      expect(Object.keys(answer)).toHaveLength(1000);
      expect([answer[GAMES], answer[GAMES + 1]]).toEqual([ALL_OF_ONE, NOTHING]);
    });
  });

  describe('GetUserCompletionProgress', () => {
    const rows = Array.from({ length: GAMES }, (_, index) => {
      const id = GAMES - index;
      const date = new Date(Date.UTC(2023, 11, 31, 0, 0, id - 1)).toISOString().replace('.000Z', '+00:00');
      return {
        GameID: id,
        Title: `Game ${id}`,
        ImageIcon: `/Images/${id}.png`,
        ConsoleID: 1,
        ConsoleName: 'Mega Drive / Genesis',
        MaxPossible: 1,
        NumAwarded: 1,
        NumAwardedHardcore: 1,
        MostRecentAwardedDate: date,
        HighestAwardKind: 'beaten-hardcore',
        HighestAwardDate: date,
      };
    });

    test.each([
      [{ u: 'Alice' }, 0, 100],
      [{ u: 'Alice', c: '1' }, 0, 1],
      [{ u: 'Alice', c: '500' }, 0, 500],
      [{ u: 'Alice', o: '3' }, 3, 103],
      [{ u: 'Alice', c: '500', o: '500' }, 500, GAMES],
      [{ u: 'Alice', o: String(GAMES) }, 0, 0],
      [{ u: 'Alice', o: '99999999999999999999' }, 0, 0],
    ])('%j: rows %i to %i', async (query, from, to) => {
      expect(await get(COMPLETION, query)).toEqual({
        Count: to - from,
        Total: GAMES,
        Results: rows.slice(from, to),
      });
    });

    test('a count above 500 is refused, where that of unlocks is cut', async () => {
      const answer = await server.askWithKey(withQuery(COMPLETION, { u: 'Alice', c: '501' }));
      expect([answer.statusCode, answer.json()]).toEqual([
        422,
        {
          message: 'The c field must not be greater than 500.',
          errors: { c: ['The c field must not be greater than 500.'] },
        },
      ]);
    });

    test('a game without an award has none', async () => {
      const { Results } = await get(COMPLETION, { u: 'Player1' });
      expect(Results).toMatchObject([{ HighestAwardKind: 'beaten-softcore', NumAwardedHardcore: 0 }]);
    });
  });

  describe('GetAchievementDistribution', () => {
    test.each([
      [{ i: '1' }, { 1: PLAYERS + 1 }],
      [{ i: '1', h: '0', f: '3' }, { 1: PLAYERS + 1 }],
      [{ i: '1', h: '1' }, { 1: PLAYERS / 2 + 1 }],
      [{ i: '1', f: '5' }, {}],
      [{ i: '2', f: '5' }, { 1: 0 }],
      [{ i: '2', h: '1', f: '5' }, { 1: 0 }],
      [{ i: String(GAME_WITHOUT_ACHIEVEMENTS) }, {}],
    ])('%j', async (query, expected) => {
      expect(await get(DISTRIBUTION, query)).toEqual(expected);
    });
  });

  test.each([PROGRESS, COMPLETION])('%s names a user in any case, and by ULID', async (path) => {
    const answer = await get(path, { u: 'Alice', i: '1' });
    expect(JSON.stringify(answer)).toContain('1');
    for (const u of ['alice', 'ALICE', 'aLiCe', ALICE.ulid, ALICE.ulid.toLowerCase()]) {
      expect(await get(path, { u, i: '1' })).toEqual(answer);
    }
  });
});
