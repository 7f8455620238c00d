import type { WorldRecord } from '@laurel/domain';
import { arbitraryWorld } from '@laurel/domain/testing/arbitrary-world';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Engine, StoreUnavailable } from '../engine/engine.ts';
import { storeOn } from '../store.ts';
import { describeOnBothEngines, postgres, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { exported } from '../testing/exported.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';
import { unlockList } from '../testing/unlock-list.ts';
import { RecordRefused } from './record-refused.ts';

const NOW = 2_000_000_000;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const OTHER_ULID = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
const MD5 = '1bc674be034e43c96b86487ac69d9293';
const OTHER_MD5 = '00000000000000000000000000000000';

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  { ...GAME, hashes: [{ md5: MD5 }] },
  { type: 'game', id: 2, systemId: 1, title: 'Two' },
  achievement(1),
  { type: 'leaderboard', id: 1, gameId: 1, title: '', description: '', format: 'SCORE' },
  { type: 'user', username: 'Ada', id: 7, ulid: ULID },
  { type: 'user', username: 'Boris', id: 8, ulid: OTHER_ULID },
];

const REFUSALS: readonly [string, WorldRecord, field: string, expected: string][] = [
  [
    'a game of an unknown system',
    { type: 'game', id: 3, systemId: 9, title: '' },
    'systemId',
    'a system that is there already, got 9',
  ],
  [
    'an achievement of an unknown game',
    achievement(2, { gameId: 9 }),
    'gameId',
    'a game that is there already, got 9',
  ],
  [
    'an achievement that moves',
    achievement(1, { gameId: 2 }),
    'gameId',
    '1, where achievement 1 is: it does not move',
  ],
  [
    'a leaderboard of an unknown game',
    { type: 'leaderboard', id: 2, gameId: 9, title: '', description: '', format: 'TIME' },
    'gameId',
    'a game that is there already, got 9',
  ],
  [
    'an id that changes',
    { type: 'user', username: 'ADA', id: 9 },
    'id',
    '7, which ADA has: an id does not change',
  ],
  [
    'a ULID that changes',
    { type: 'user', username: 'Ada', ulid: '01BX5ZZKBKACTAV9WEVGEMMVRY' },
    'ulid',
    `${ULID}, which Ada has: a ULID does not change`,
  ],
  [
    'an id that is taken',
    { type: 'user', username: 'Cyd', id: 7 },
    'id',
    'an id of its own; 7 is the id of Ada',
  ],
  [
    'a ULID that is taken',
    { type: 'user', username: 'Cyd', ulid: OTHER_ULID },
    'ulid',
    `a ULID of its own; ${OTHER_ULID} is that of Boris`,
  ],
  [
    'a hash of another game',
    { type: 'game', id: 2, systemId: 1, title: 'Two', hashes: [{ md5: MD5 }] },
    'hashes',
    `hashes of no other game, each once; ${MD5} is of game 1 already`,
  ],
  [
    'a hash that is there twice',
    { type: 'game', id: 2, systemId: 1, title: 'Two', hashes: [{ md5: OTHER_MD5 }, { md5: OTHER_MD5 }] },
    'hashes',
    `hashes of no other game, each once; ${OTHER_MD5} is twice in this game`,
  ],
  ['an unlock by nobody', unlock('Nobody', 1, 5), 'user', 'a user that is there already, got "Nobody"'],
  [
    'an unlock of nothing',
    unlock('Ada', 9, 5),
    'achievementId',
    'an achievement that is there already, got 9',
  ],
  [
    'an unlock in the future',
    unlock('Ada', 1, NOW + 61),
    'at',
    'a time not more than 60 seconds ahead of the clock',
  ],
  [
    'an award to nobody',
    { type: 'award', user: 'Nobody', gameId: 1, kind: 'mastered', at: 5 },
    'user',
    'a user that is there already, got "Nobody"',
  ],
  [
    'an award for nothing',
    { type: 'award', user: 'Ada', gameId: 9, kind: 'mastered', at: 5 },
    'gameId',
    'a game that is there already, got 9',
  ],
  [
    'an award in the future',
    { type: 'award', user: 'Ada', gameId: 1, kind: 'mastered', at: NOW + 61 },
    'at',
    'a time not more than 60 seconds ahead of the clock',
  ],
  [
    'a score of nobody',
    { type: 'score', user: 'Nobody', leaderboardId: 1, value: 1, at: 5 },
    'user',
    'a user that is there already, got "Nobody"',
  ],
  [
    'a score on nothing',
    { type: 'score', user: 'Ada', leaderboardId: 9, value: 1, at: 5 },
    'leaderboardId',
    'a leaderboard that is there already, got 9',
  ],
  [
    'a score in the future',
    { type: 'score', user: 'Ada', leaderboardId: 1, value: 1, at: NOW + 61 },
    'at',
    'a time not more than 60 seconds ahead of the clock',
  ],
];

describeOnBothEngines('an import', (engine) => {
  let store: TestStore;

  beforeEach(async () => {
    store ??= await engine.openTestStore();
    await emptyStore(store.engine);
    await store.importWorld(WORLD, NOW);
  });

  describe('is refused, and leaves the store as before:', () => {
    it.each(REFUSALS)('%s', async (_, record, field, expected) => {
      const before = await exported(store);
      const changes: WorldRecord[] = [
        { ...SYSTEM, name: 'Genesis' },
        achievement(1, { points: 50 }),
        { type: 'user', username: 'New' },
        unlock('Ada', 1, 5),
        { type: 'score', user: 'Ada', leaderboardId: 1, value: 1, at: 5 },
      ];
      await expect(store.importWorld([...changes, record], NOW)).rejects.toThrow(
        new RecordRefused(field, expected),
      );
      expect(await exported(store)).toEqual(before);
      expect((await store.verify()).differences).toEqual([]);
    });

    it('what its source throws', async () => {
      const before = await exported(store);
      function* broken(): Generator<WorldRecord> {
        yield unlock('Ada', 1, 5);
        throw new Error('line 2 is not JSON');
      }
      await expect(store.importWorld(broken(), NOW)).rejects.toThrow('line 2 is not JSON');
      expect(await exported(store)).toEqual(before);
    });
  });

  it('reads no further than the record that is refused', async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<WorldRecord> {
      for (const record of [unlock('Ada', 1, 5), unlock('Ada', 9, 5), unlock('Ada', 1, 6)]) {
        read += 1;
        yield record;
      }
    }
    await expect(store.importWorld(counted(), NOW)).rejects.toThrow(RecordRefused);
    expect(read).toBe(2);
  });

  it('takes times up to a minute ahead of the clock', async () => {
    await store.importWorld([unlock('Ada', 1, NOW + 60)], NOW);
    expect((await store.verify()).unlocks).toBe(1);
  });

  it('gives players without an id the ones after the highest so far', async () => {
    await store.importWorld(
      [
        { type: 'user', username: 'Cyd' },
        { type: 'user', username: 'Eve', id: 20 },
        { type: 'user', username: 'Dee' },
      ],
      NOW,
    );
    const ids = await Promise.all(
      ['Cyd', 'Eve', 'Dee'].map((username) => store.findPlayer({ kind: 'username', username })),
    );
    expect(ids.map((player) => player?.id)).toEqual([9, 20, 21]);
  });

  it('keeps what a record leaves out that comes again', async () => {
    const full: WorldRecord[] = [
      { ...SYSTEM, active: false, iconUrl: 'https://example.org/icon.png' },
      {
        ...GAME,
        icon: '/Images/000001.png',
        imageTitle: '/Images/000002.png',
        imageIngame: '/Images/000003.png',
        imageBoxArt: '/Images/000004.png',
        publisher: 'Publisher',
        developer: 'Developer',
        genre: 'Platformer',
        released: '1991-06-23',
        richPresence: 'Display:\nPlaying',
        hashes: [{ md5: MD5, name: 'One (World).bin', labels: ['nointro'] }],
      },
      achievement(1, {
        kind: 'progression',
        promoted: false,
        author: 'Ada',
        badge: '250336',
        trigger: '0xH1234=1',
        order: 3,
        createdAt: 1_300_000_000,
        modifiedAt: 1_400_000_000,
      }),
      {
        type: 'leaderboard',
        id: 1,
        gameId: 1,
        title: '',
        description: '',
        format: 'SCORE',
        lowerIsBetter: true,
        definition: 'STA:0xH1234=1',
        order: 2,
      },
      {
        type: 'user',
        username: 'Ada',
        id: 7,
        ulid: ULID,
        joinedAt: 1_200_000_000,
        motto: 'Onwards',
        untracked: true,
      },
    ];
    const sparse: WorldRecord[] = [
      SYSTEM,
      GAME,
      achievement(1),
      { type: 'leaderboard', id: 1, gameId: 1, title: '', description: '', format: 'SCORE' },
      { type: 'user', username: 'Ada' },
    ];
    await store.importWorld(full, NOW);
    const before = await exported(store);
    for (const record of full) expect(before).toContainEqual(record);
    await store.importWorld(sparse, NOW + 1);
    expect(await exported(store)).toEqual(before);
  });

  it('changes what a record names that comes again', async () => {
    await store.importWorld(
      [
        { ...GAME, richPresence: 'Display:' },
        achievement(1, { kind: 'missable', author: 'Ada', trigger: '0=0' }),
      ],
      NOW,
    );
    const game = { ...GAME, richPresence: 'Display:\nPlaying' };
    const change = achievement(1, {
      title: 'Other',
      points: 10,
      kind: null,
      author: 'Boris',
      trigger: '0=1',
    });
    await store.importWorld([game, change, { type: 'user', username: 'ADA', motto: 'Other' }], NOW);
    const records = await exported(store);
    expect(records).toContainEqual(expect.objectContaining(game));
    expect(records).toContainEqual(expect.objectContaining(change));
    expect(records).toContainEqual(expect.objectContaining({ username: 'ADA', id: 7, motto: 'Other' }));
  });

  it.each([true, false])(
    'takes a player out of the numbers, or in, whatever the spelling: untracked %s',
    async (untracked) => {
      await store.importWorld(
        [achievement(2), { type: 'user', username: 'Ada', untracked: !untracked }],
        NOW,
      );
      await store.importWorld(
        [unlock('ADA', 1, 5), { type: 'user', username: 'Ada', untracked }, unlock('ADA', 2, 6)],
        NOW,
      );
      for (const id of [1, 2]) {
        expect(await store.achievementUnlocks(id, { count: 9, offset: 0 })).toMatchObject({
          unlocksCount: untracked ? 0 : 1,
        });
      }
      expect((await store.verify()).differences).toEqual([]);
    },
  );

  it('forgets the hashes of a game that a new list leaves out', async () => {
    await store.importWorld([{ ...GAME, hashes: [{ md5: OTHER_MD5 }] }], NOW);
    expect(await store.findGameByHash(MD5)).toBeUndefined();
    expect(await store.findGameByHash(OTHER_MD5)).toBe(1);
  });

  it('gives text where there is none, and the time of the import where no time is given', async () => {
    expect(await store.listAchievements(1)).toMatchObject([
      { author: '', badge: '', trigger: '', createdAt: NOW, modifiedAt: NOW },
    ]);
    expect(await exported(store)).toContainEqual(
      expect.objectContaining({ type: 'user', username: 'Boris', joinedAt: NOW, motto: '' }),
    );
  });

  it('keeps text to the letter', async () => {
    const title = ' „Ünïcode“ 🏆\t\r\n\\\'"%_\u0001\uFFFD ';
    await store.importWorld([achievement(1, { title })], NOW);
    expect((await store.listAchievements(1))[0]?.title).toBe(title);
  });

  it('keeps every score, each once, however large', async () => {
    const scores = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0].map(
      (value) => ({ type: 'score', user: 'Ada', leaderboardId: 1, value, at: 5 }) as const,
    );
    await store.importWorld([...scores, ...scores], NOW);
    await store.importWorld(scores, NOW);
    const kept = (await exported(store)).filter((record) => record.type === 'score');
    expect(kept).toEqual([...scores].sort((a, b) => a.value - b.value));
  });

  it('again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorld, async ({ start }) => {
        await emptyStore(store.engine);
        await store.importWorld(start, NOW);
        const before = await exported(store);
        await store.importWorld(start, NOW + 1);
        expect(await exported(store)).toEqual(before);
        expect((await store.verify()).differences).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('of more than is written at once is the same as of little', async () => {
    const players = Array.from({ length: 21_000 }, (_, index) => `Many${index}`);
    function* many(): Generator<WorldRecord> {
      for (const username of players) yield { type: 'user', username };
      for (const [index, username] of players.entries()) yield unlock(username, 1, 100 + index);
      // An earlier one of what has gone to the database already.
      yield unlock('Many20999', 1, 1);
    }
    await store.importWorld(many(), NOW);
    expect(await store.verify()).toMatchObject({ unlocks: 21_000, differences: [] });
    const last = await store.achievementUnlocks(1, { count: 1, offset: 20_999 });
    expect(last?.unlocksCount).toBe(21_000);
    expect(unlockList(last)).toMatchObject([{ player: { username: 'Many20999' }, awardedAt: 1 }]);
  });
});

describe('the first import into PostgreSQL', () => {
  const engine = postgres();

  it('is done, too, where others hold a table for longer than it waits for them', async () => {
    const store = await engine.openTestStore();
    const arrange = () => Promise.reject(new StoreUnavailable('held'));
    const held: Engine = { ...store.engine, dialect: { ...store.engine.dialect, arrange } };
    await storeOn(held).importWorld(WORLD, NOW);
    expect(await store.game(2)).toMatchObject({ title: 'Two' });
  });

  it('leaves the rows of a distribution side by side', async () => {
    const games = [2, 10, 1];
    const store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        ...games.map((id) => ({ type: 'game', id, systemId: 1, title: `Game ${id}` }) as const),
        ...games.map((id) => achievement(id, { gameId: id })),
        { type: 'user', username: 'Ada' },
        { type: 'user', username: 'Boris' },
        ...games.flatMap((id) => [unlock('Ada', id, 100), unlock('Boris', id, 200, false)]),
      ],
      NOW,
    );
    const { builder } = store.engine.session;
    const places = builder.selectFrom('distribution').select(['game_id', 'hardcore']).orderBy(sql`ctid`);
    expect(
      (await store.engine.session.query(places)).map(({ game_id, hardcore }) => [game_id, hardcore]),
    ).toEqual([1, 2, 10].flatMap((id) => [0, 1].map((hardcore) => [id, hardcore])));
    expect((await store.verify()).differences).toEqual([]);
  });
});
