import type { WorldRecord } from '@laurel/domain';
import type { Compilable, Generated } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Builder } from '../engine/engine.ts';
import type { AchievementTable, GameTable, PlayerGameTable, PlayerTable } from '../schema.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';

const NOW = 2_000_000_000;

const WORLD: readonly WorldRecord[] = [
  { type: 'system', id: 1, name: 'Mega Drive' },
  { type: 'game', id: 1, systemId: 1, title: 'One' },
  ...[1, 2, 3, 4, 5, 6].map(
    (id) =>
      ({
        type: 'achievement',
        id,
        gameId: 1,
        title: '',
        description: '',
        points: 5,
        kind: 'progression',
      }) as const,
  ),
  { type: 'achievement', id: 7, gameId: 1, title: '', description: '', points: 5, promoted: false },
  { type: 'user', username: 'Ada', id: 1 },
  { type: 'user', username: 'Boris', id: 2 },
  { type: 'user', username: 'Ghost', id: 3, untracked: true },
  { type: 'user', username: 'Cyd', id: 4 },
  ...[1, 2, 3, 4, 5, 6, 7].map(
    (id) => ({ type: 'unlock', user: 'Ada', achievementId: id, at: 100 + id, hardcore: true }) as const,
  ),
  { type: 'unlock', user: 'Boris', achievementId: 1, at: 200, hardcore: false },
  { type: 'unlock', user: 'Ghost', achievementId: 1, at: 300, hardcore: true },
  { type: 'unlock', user: 'Cyd', achievementId: 1, at: 300, hardcore: true },
];

/** The columns that a table counts by itself; a new one is missed here by the compiler. */
type Counters<Table> = {
  [Name in keyof Table as Table[Name] extends Generated<number> ? Name : never]: number;
};

const GAME: Counters<GameTable> = {
  promoted_count: 9,
  promoted_points: 9,
  unpromoted_count: 9,
  leaderboards: 9,
  players: 9,
  players_hardcore: 9,
};

const ACHIEVEMENT: Counters<AchievementTable> = { unlocks: 9, unlocks_hardcore: 9 };

const PLAYER: Counters<PlayerTable> = { points_hardcore: 9, points_softcore: 9, games_listed: 9 };

const STANDING: Omit<PlayerGameTable, 'player_id' | 'game_id'> = {
  achieved: 9,
  score: 9,
  achieved_hardcore: 9,
  score_hardcore: 9,
  unpromoted: 9,
  unpromoted_hardcore: 9,
  last_unlock_at: 9,
  award_kind: 'completed',
  award_at: 9,
  listed_at: null,
};

type Tampering = readonly [what: string, where: string, change: (db: Builder) => Compilable<unknown>];

const COLUMNS: readonly Tampering[] = [
  ...Object.entries(GAME).map(
    ([column, value]): Tampering => [
      column,
      'game 1',
      (db) =>
        db
          .updateTable('game')
          .set({ [column]: value })
          .where('id', '=', 1),
    ],
  ),
  ...Object.entries(ACHIEVEMENT).map(
    ([column, value]): Tampering => [
      column,
      'achievement 7',
      (db) =>
        db
          .updateTable('achievement')
          .set({ [column]: value })
          .where('id', '=', 7),
    ],
  ),
  ...Object.entries(PLAYER).map(
    ([column, value]): Tampering => [
      column,
      'player 2',
      (db) =>
        db
          .updateTable('player')
          .set({ [column]: value })
          .where('id', '=', 2),
    ],
  ),
  ...Object.entries(STANDING).map(
    ([column, value]): Tampering => [
      column,
      'player 1 in game 1',
      (db) =>
        db
          .updateTable('player_game')
          .set({ [column]: value })
          .where('player_id', '=', 1),
    ],
  ),
];

const DISTRIBUTION = 'distribution of game 1 (promoted 1, hardcore 0) at';

const OTHERS: readonly Tampering[] = [
  [
    'players',
    `${DISTRIBUTION} 6`,
    (db) => db.updateTable('distribution').set({ players: 0 }).where('achieved', '=', 6),
  ],
  ['players', `${DISTRIBUTION} 1`, (db) => db.deleteFrom('distribution').where('achieved', '=', 1)],
  [
    'players',
    `${DISTRIBUTION} 3`,
    (db) =>
      db.insertInto('distribution').values({ game_id: 1, promoted: 1, hardcore: 0, achieved: 3, players: 1 }),
  ],
  ['achieved', 'player 2 in game 1', (db) => db.deleteFrom('player_game').where('player_id', '=', 2)],
  [
    'achieved',
    'player 2 in game 2',
    (db) => db.insertInto('player_game').values({ ...STANDING, player_id: 2, game_id: 2 }),
  ],
  ['awards', 'player 1 in game 1', (db) => db.deleteFrom('award').where('kind', '=', 'beaten-softcore')],
  [
    'awards',
    'player 1 in game 1',
    (db) => db.updateTable('award').set({ at: 500 }).where('kind', '=', 'mastered'),
  ],
  [
    'listed awards',
    'player 1 in game 1',
    (db) => db.updateTable('award').set({ listed: 1 }).where('kind', '=', 'completed'),
  ],
  [
    'awards',
    'listed awards of 1 days: period 0, mastered',
    (db) =>
      db.updateTable('award_count').set({ awards: 2 }).where('days', '=', 1).where('kind', '=', 'mastered'),
  ],
  ['awards', 'listed awards of 64 days: period 0, mastered', (db) => db.deleteFrom('award_count')],
  [
    'awards',
    'listed awards of 64 days: period 9, completed',
    (db) => db.insertInto('award_count').values({ days: 64, period: 9, kind: 'completed', awards: 1 }),
  ],
  [
    'players',
    '16 points from 16 on',
    (db) => db.updateTable('points_band').set({ players: 2 }).where('low', '=', 16),
  ],
  ['players', '16 points from 16 on', (db) => db.deleteFrom('points_band')],
  [
    'players',
    '512 points from 512 on',
    (db) => db.insertInto('points_band').values({ width: 512, low: 512, players: 1 }),
  ],
  [
    'unlocks marked wrongly',
    'player 1 in game 1',
    (db) => db.updateTable('unlock').set({ tracked: 0 }).where('player_id', '=', 1),
  ],
  [
    'unlocks marked wrongly',
    'player 3 in game 1',
    (db) => db.updateTable('unlock').set({ tracked: 1 }).where('player_id', '=', 3),
  ],
  [
    'S of achievement 7',
    'player 1 in game 1',
    (db) => db.updateTable('unlock').set({ softcore_at: 900 }).where('achievement_id', '=', 7),
  ],
  [
    'S of achievement 1',
    'player 2 in game 1',
    (db) => db.updateTable('unlock').set({ softcore_at: 150 }).where('player_id', '=', 2),
  ],
  [
    'last_unlock_at',
    'player 2',
    (db) => db.updateTable('player').set({ last_unlock_at: null }).where('id', '=', 2),
  ],
  [
    'last_unlock_at',
    'player 3',
    (db) => db.updateTable('player').set({ last_unlock_at: 301 }).where('id', '=', 3),
  ],
  ['words of its title', 'game 1', (db) => db.deleteFrom('game_word').where('word', '=', 'one')],
  ['words of its title', 'game 1', (db) => db.insertInto('game_word').values({ word: 'two', game_id: 1 })],
  ['words of its title', 'game 1', (db) => db.updateTable('game').set({ title: 'Two' })],
  // The ledger itself: everything that follows from the row is no longer what is stored.
  ['unlocks', 'achievement 1', (db) => db.deleteFrom('unlock').where('player_id', '=', 2)],
];

const LIST = 'unlock list of achievement 1';

const blocksOfList = (db: Builder) => db.updateTable('unlock_block').where('achievement_id', '=', 1);

/** Achievement 1 has three unlocks in its list: two blocks of one, and the newest of the third. */
const BLOCKS: readonly Tampering[] = [
  [
    'unlocks in the block up to 200 of player 2',
    LIST,
    (db) => blocksOfList(db).set({ unlocks: 2 }).where('newest_at', '=', 200),
  ],
  ['blocks', LIST, (db) => db.deleteFrom('unlock_block')],
  [
    'unlocks in the block up to 200 of player 2',
    LIST,
    (db) => db.deleteFrom('unlock_block').where('newest_at', '=', 101),
  ],
  [
    'unlocks in the block up to 199 of player 2',
    LIST,
    (db) => blocksOfList(db).set({ newest_at: 199 }).where('newest_at', '=', 200),
  ],
  [
    'unlocks in the block up to 200 of player 1',
    LIST,
    (db) => blocksOfList(db).set({ newest_player_id: 1 }).where('newest_at', '=', 200),
  ],
  [
    'end of the newest block',
    LIST,
    (db) => blocksOfList(db).set({ newest_at: 400 }).where('newest_at', '>', 400),
  ],
  [
    'blocks',
    'unlock list of achievement 2',
    (db) =>
      db
        .insertInto('unlock_block')
        .values({ achievement_id: 2, newest_at: 2 ** 31 - 1, newest_player_id: 2 ** 31 - 1, unlocks: 1 }),
  ],
  [
    'blocks',
    'unlock list of achievement 99',
    (db) =>
      db
        .insertInto('unlock_block')
        .values({ achievement_id: 99, newest_at: 2 ** 31 - 1, newest_player_id: 2 ** 31 - 1, unlocks: 0 }),
  ],
];

describeOnBothEngines('verify', (engine) => {
  let store: TestStore;

  beforeEach(async () => {
    store ??= await engine.openTestStore({ unlockBlockSize: 1 });
    await emptyStore(store.engine);
    await store.importWorld(WORLD, NOW);
  });

  it('finds nothing where nothing is wrong, and says what it looked at', async () => {
    expect(await store.verify()).toEqual({ players: 4, unlocks: 10, found: 0, differences: [] });
  });

  it('finds nothing in an empty store', async () => {
    await emptyStore(store.engine);
    expect(await store.verify()).toEqual({ players: 0, unlocks: 0, found: 0, differences: [] });
  });

  describe('finds what was changed by hand:', () => {
    it.each([...COLUMNS, ...OTHERS, ...BLOCKS])('%s of %s', async (what, where, change) => {
      await store.engine.write((session) => session.query(change(session.builder)));
      const { found, differences } = await store.verify();
      expect(found).toBeGreaterThan(0);
      expect(differences).toContainEqual(expect.objectContaining({ what, where }));
    });
  });

  it('says what is stored and what was expected', async () => {
    await store.engine.write((session) =>
      session.query(session.builder.updateTable('game').set({ players: 9 })),
    );
    expect((await store.verify()).differences).toEqual([
      { where: 'game 1', what: 'players', stored: 9, expected: 3 },
    ]);
  });

  it('counts every difference, and tells the first hundred', async () => {
    const players = Array.from(
      { length: 150 },
      (_, index) => ({ type: 'user', username: `p${index}` }) as const,
    );
    await store.importWorld(players, NOW);
    await store.engine.write((session) =>
      session.query(session.builder.updateTable('player').set({ games_listed: 9 })),
    );
    const { found, differences } = await store.verify();
    expect(found).toBe(154);
    expect(differences).toHaveLength(100);
  });
});
