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

const AWARDS = '/API/API_GetUserAwards.php';
const RECENT = '/API/API_GetRecentGameAwards.php';
const TOP = '/API/API_GetTopTenUsers.php';
const SCORES = '/API/API_GetGameRankAndScore.php';
const COMPLETED = '/API/API_GetUserCompletedGames.php';
const PROGRESS = '/API/API_GetGameInfoAndUserProgress.php';

/** A game of six achievements, and who has them: its master, someone who is not tracked, and a beginner. */
const BIG = 9_100;
const SET = [1, 2, 3, 4, 5, 6].map((n) => 90_000 + n);
/** 2025-01-01T00:00:00Z: later than anything in the test world. */
const LATER = 1_735_689_600;
const BIG_GAME: readonly WorldRecord[] = [
  { type: 'game', id: BIG, systemId: 1, title: 'Big', icon: '/Images/9.png', released: '1991-06-23' },
  ...SET.map(
    (id): WorldRecord => ({
      type: 'achievement',
      id,
      gameId: BIG,
      title: `Number ${id}`,
      description: '',
      points: 10,
      author: 'Somebody',
      badge: '12345',
      order: SET.length - id,
      createdAt: 0,
      modifiedAt: 1,
      ...(id === SET[0] ? { kind: 'win_condition' } : {}),
    }),
  ),
  { type: 'user', username: 'Hero' },
  { type: 'user', username: 'Ghost', untracked: true },
  ...['Hero', 'Ghost'].flatMap((user) =>
    SET.map(
      (achievementId, n): WorldRecord => ({
        type: 'unlock',
        user,
        achievementId,
        at: LATER + n,
        hardcore: true,
      }),
    ),
  ),
  { type: 'unlock', user: 'Player1', achievementId: SET[1] ?? 0, at: LATER, hardcore: false },
  { type: 'unlock', user: 'Player2', achievementId: SET[1] ?? 0, at: LATER + 60, hardcore: true },
  { type: 'unlock', user: 'Player2', achievementId: SET[2] ?? 0, at: LATER + 90, hardcore: false },
];

const NO_AWARDS = {
  TotalAwardsCount: 0,
  HiddenAwardsCount: 0,
  MasteryAwardsCount: 0,
  CompletionAwardsCount: 0,
  BeatenHardcoreAwardsCount: 0,
  BeatenSoftcoreAwardsCount: 0,
  EventAwardsCount: 0,
  SiteAwardsCount: 0,
  VisibleUserAwards: [],
};

/** What there is not is the empty form of the answer. */
const nothingFound: readonly { path: string; query: Query; body: object }[] = [
  ...['Nobody', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ'].flatMap((u) => [
    { path: AWARDS, query: { u }, body: NO_AWARDS },
    { path: COMPLETED, query: { u }, body: [] },
    { path: PROGRESS, query: { u, g: '1' }, body: {} },
  ]),
  ...['999999', '2147483648', '9'.repeat(40)].flatMap((g) => [
    { path: SCORES, query: { g }, body: [] },
    { path: SCORES, query: { g, t: '1' }, body: [] },
    { path: PROGRESS, query: { u: 'Alice', g, a: '1' }, body: {} },
  ]),
];

const ulid = expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/);

describeOnBothEngines('awards on an empty server', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });

  test.each([
    ...nothingFound,
    { path: RECENT, query: {}, body: { Count: 0, Total: 0, Results: [] } },
    { path: TOP, query: {}, body: [] },
  ])('$path $query', async ({ path, query, body }) => {
    const answer = await server.askWithKey(withQuery(path, query));
    expect([answer.statusCode, answer.json()]).toEqual([200, body]);
  });
});

describeOnBothEngines('awards', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: [...testWorld(), ...BIG_GAME] });
  });

  async function get(path: string, query: Query = {}) {
    const answer = await server.askWithKey(withQuery(path, query));
    expect(answer.statusCode, JSON.stringify(query)).toBe(200);
    return answer.json();
  }

  test.each(nothingFound)('nothing found: $path $query', async ({ path, query, body }) => {
    expect(await get(path, query)).toEqual(body);
  });

  describe('GetUserAwards', () => {
    test('every field, the oldest first', async () => {
      const { VisibleUserAwards, ...counts } = await get(AWARDS, { u: 'alice' });
      expect(counts).toEqual({
        ...Object.fromEntries(Object.entries(NO_AWARDS).filter(([name]) => name !== 'VisibleUserAwards')),
        TotalAwardsCount: GAMES,
        BeatenHardcoreAwardsCount: GAMES,
      });
      expect(VisibleUserAwards).toHaveLength(GAMES);
      expect(VisibleUserAwards[1]).toEqual({
        AwardedAt: '2023-12-31T00:00:01+00:00',
        AwardType: 'Game Beaten',
        AwardData: 2,
        AwardDataExtra: 1,
        DisplayOrder: 0,
        Title: 'Game 2',
        ConsoleID: 1,
        ConsoleName: 'Mega Drive / Genesis',
        Flags: 0,
        ImageIcon: '/Images/2.png',
      });
    });

    test.each([
      ['in softcore', 'Player1', { BeatenSoftcoreAwardsCount: 1 }],
      ['in hardcore, once', 'Player2', { BeatenHardcoreAwardsCount: 1 }],
      ['of a master', 'Hero', { BeatenHardcoreAwardsCount: 1, MasteryAwardsCount: 1 }],
      ['of an untracked user', 'Ghost', { BeatenHardcoreAwardsCount: 1, MasteryAwardsCount: 1 }],
    ])('%s', async (_, u, counts) => {
      const { VisibleUserAwards, ...answer } = await get(AWARDS, { u });
      const TotalAwardsCount = Object.keys(counts).length;
      expect({ ...answer, VisibleUserAwards: [] }).toEqual({ ...NO_AWARDS, ...counts, TotalAwardsCount });
      expect(VisibleUserAwards).toHaveLength(TotalAwardsCount);
    });
  });

  describe('GetRecentGameAwards', () => {
    const TOTAL = GAMES + PLAYERS + 2;
    const names = (answer: { Results: { User: string; AwardKind: string }[] }) =>
      answer.Results.map(({ User, AwardKind }) => `${User} ${AwardKind}`);

    test('every field, the newest first, of nobody who is untracked', async () => {
      const answer = await get(RECENT);
      expect([answer.Count, answer.Total, answer.Results.length]).toEqual([25, TOTAL, 25]);
      expect(answer.Results[0]).toEqual({
        User: 'Hero',
        ULID: ulid,
        AwardKind: 'mastered',
        AwardDate: '2025-01-01T00:00:05+00:00',
        GameID: BIG,
        GameTitle: 'Big',
        ConsoleID: 1,
        ConsoleName: 'Mega Drive / Genesis',
      });
      expect(names(answer).slice(1, 4)).toEqual([
        'Hero beaten-hardcore',
        `Player${PLAYERS} beaten-hardcore`,
        `Player${PLAYERS - 1} beaten-softcore`,
      ]);
    });

    test('pages put together are the whole list', async () => {
      const all: string[] = [];
      for (let o = 0; ; o += 100) {
        const { Count, Total, Results } = await get(RECENT, { c: '100', o: String(o) });
        expect([Count, Total]).toEqual([Results.length, TOTAL]);
        all.push(...Results.map((award: object) => JSON.stringify(award)));
        if (Count < 100) break;
      }
      expect(new Set(all).size).toBe(TOTAL);
    });

    test.each<[Query, number, number]>([
      [{ c: '1' }, 1, TOTAL],
      [{ c: '101' }, 100, TOTAL],
      [{ c: '99999999999999999999' }, 100, TOTAL],
      [{ o: String(TOTAL - 1) }, 1, TOTAL],
      [{ o: String(TOTAL) }, 0, TOTAL],
      [{ o: '99999999999999999999' }, 0, TOTAL],
      [{ k: 'mastered' }, 1, 1],
      [{ k: 'mastered,completed' }, 1, 1],
      [{ k: 'completed' }, 0, 0],
      [{ k: 'beaten-softcore' }, 25, PLAYERS / 2],
      [{ d: '2024-12-31' }, 25, TOTAL - 2],
      [{ d: '2025-01-01' }, 25, TOTAL],
      // Alice's are of the last day of 2023.
      [{ d: '2023-12-31', c: '100', o: '500' }, 10, GAMES],
      [{ d: '2023-12-30' }, 0, 0],
      [{ d: '1970-01-01' }, 0, 0],
      [{ d: '2999-01-01' }, 25, TOTAL],
    ])('%j: %i of %i', async (query, count, total) => {
      const { Count, Total, Results } = await get(RECENT, query);
      expect([Count, Total, Results.length]).toEqual([count, total, count]);
    });
  });

  test('GetTopTenUsers: ten, the best first, of nobody who is untracked', async () => {
    const top = await get(TOP);
    expect(top).toHaveLength(10);
    expect(top[0]).toEqual({ 1: 'Alice', 2: 5 * GAMES, 3: expect.any(Number), 4: ALICE.ulid });
    expect(top[1]).toMatchObject({ 1: 'Hero', 2: 60 });
    expect(top[2]).toMatchObject({ 1: 'Player2', 2: 15 });
    // The others are equal.
    expect(top.slice(3).map((user: Query) => user[1])).toEqual(
      [4, 6, 8, 10, 12, 14, 16].map((n) => `Player${n}`),
    );
  });

  describe('GetGameRankAndScore', () => {
    const HERO = {
      User: 'Hero',
      ULID: ulid,
      NumAchievements: 6,
      TotalScore: 60,
      LastAward: '2025-01-01 00:00:05',
    };

    test('high scores: every field, hardcore alone, of nobody who is untracked', async () => {
      expect(await get(SCORES, { g: String(BIG) })).toEqual([
        HERO,
        { User: 'Player2', ULID: ulid, NumAchievements: 1, TotalScore: 10, LastAward: '2025-01-01 00:01:00' },
      ]);
    });

    test('the latest masters', async () => {
      expect(await get(SCORES, { g: String(BIG), t: '1' })).toEqual([HERO]);
    });

    test('ten at most: the first of all, and the last', async () => {
      const users = (scores: { User: string }[]) => scores.map(({ User }) => User);
      expect(users(await get(SCORES, { g: '1' }))).toEqual([
        'Alice',
        ...[2, 4, 6, 8, 10, 12, 14, 16, 18].map((n) => `Player${n}`),
      ]);
      expect(users(await get(SCORES, { g: '1', t: '1' }))).toEqual(
        Array.from({ length: 10 }, (_, index) => `Player${PLAYERS - 2 * index}`),
      );
    });

    test('of a game without achievements: nobody', async () => {
      for (const t of ['0', '1'])
        expect(await get(SCORES, { g: String(GAME_WITHOUT_ACHIEVEMENTS), t })).toEqual([]);
    });
  });

  describe('GetUserCompletedGames', () => {
    const entry = {
      GameID: BIG,
      Title: 'Big',
      ImageIcon: '/Images/9.png',
      ConsoleID: 1,
      ConsoleName: 'Mega Drive / Genesis',
      MaxPossible: 6,
    };
    test.each<[string, object[]]>([
      [
        'Hero',
        [
          { ...entry, NumAwarded: 6, PctWon: '1.0000', HardcoreMode: '0' },
          { ...entry, NumAwarded: 6, PctWon: '1.0000', HardcoreMode: '1' },
        ],
      ],
      [
        'Player2',
        [
          { ...entry, NumAwarded: 2, PctWon: '0.3333', HardcoreMode: '0' },
          { ...entry, NumAwarded: 1, PctWon: '0.1667', HardcoreMode: '1' },
        ],
      ],
      ['Player1', [{ ...entry, NumAwarded: 1, PctWon: '0.1667', HardcoreMode: '0' }]],
      // Her games have one achievement each: too few.
      ['Alice', []],
    ])('of %s', async (u, games) => {
      expect(await get(COMPLETED, { u })).toEqual(games);
    });
  });

  describe('GetGameInfoAndUserProgress', () => {
    test('every field, with the award where it is asked for', async () => {
      const { Achievements, ...game } = await get(PROGRESS, { g: String(BIG), u: 'Player2', a: '1' });
      expect(game).toEqual({
        ID: BIG,
        Title: 'Big',
        ConsoleID: 1,
        ForumTopicID: null,
        Flags: null,
        ImageIcon: '/Images/9.png',
        ImageTitle: `/Images/game-${BIG}.png`,
        ImageIngame: `/Images/game-${BIG}.png`,
        ImageBoxArt: `/Images/game-${BIG}.png`,
        Publisher: '',
        Developer: '',
        Genre: '',
        Released: '1991-06-23 00:00:00',
        ReleasedAtGranularity: 'day',
        IsFinal: false,
        RichPresencePatch: 'd41d8cd98f00b204e9800998ecf8427e',
        GuideURL: null,
        ConsoleName: 'Mega Drive / Genesis',
        ParentGameID: null,
        NumDistinctPlayers: 3,
        NumAchievements: 6,
        NumAwardedToUser: 2,
        NumAwardedToUserHardcore: 1,
        NumDistinctPlayersCasual: 3,
        NumDistinctPlayersHardcore: 3,
        UserCompletion: '33.33%',
        UserCompletionHardcore: '16.67%',
        UserTotalPlaytime: 0,
        HighestAwardKind: null,
        HighestAwardDate: null,
      });
      expect(Object.keys(Achievements)).toEqual(SET.map(String));
      expect(Achievements[SET[1] ?? 0]).toMatchObject({
        NumAwarded: 3,
        NumAwardedHardcore: 2,
        DateEarned: '2025-01-01 00:01:00',
        DateEarnedHardcore: '2025-01-01 00:01:00',
      });
      expect(Achievements[SET[2] ?? 0]).toMatchObject({ DateEarned: '2025-01-01 00:01:30' });
      expect(Achievements[SET[2] ?? 0]).not.toHaveProperty('DateEarnedHardcore');
      expect(Achievements[SET[3] ?? 0]).not.toHaveProperty('DateEarned');
    });

    test('the highest award of who has one, and nothing of it for who does not ask', async () => {
      const query = { g: String(BIG), u: 'Ghost' };
      const asked = await get(PROGRESS, { ...query, a: '1' });
      expect(asked).toMatchObject({
        NumDistinctPlayers: 3,
        UserCompletionHardcore: '100.00%',
        HighestAwardKind: 'mastered',
        HighestAwardDate: '2025-01-01T00:00:05+00:00',
      });
      const { HighestAwardKind: _, HighestAwardDate: __, ...rest } = asked;
      expect(await get(PROGRESS, query)).toEqual(rest);
    });

    test('promoted achievements alone; none is an empty object', async () => {
      const { Achievements } = await get(PROGRESS, { g: '2', u: 'Alice' });
      expect(Object.keys(Achievements)).toEqual(['2']);
      expect(Achievements).not.toHaveProperty(String(UNPROMOTED_ACHIEVEMENT));
      expect(await get(PROGRESS, { g: String(GAME_WITHOUT_ACHIEVEMENTS), u: 'Alice' })).toMatchObject({
        NumAchievements: 0,
        Achievements: {},
        UserCompletion: '0.00%',
      });
    });
  });
});
