import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { saveWordsOfGame } from '../catalogue/game-words.ts';
import { type Engine, StoreRefused } from '../engine/engine.ts';
import { databaseFile, openEngine, type StoreLocation } from '../engine/open.ts';
import { openStore, type Store } from '../store.ts';
import { describeOnBothEngines, sqlite, type TestEngine } from '../testing/both-engines.ts';
import { achievement } from '../testing/records.ts';
import { sharedWorld } from '../testing/shared-world.ts';
import { unlockList } from '../testing/unlock-list.ts';
import { MIGRATIONS, migrate, versionOf } from './migrate.ts';
import type { Migration } from './migration.ts';

const NOW = 2_000_000_000;
const NEWER: readonly Migration[] = [...MIGRATIONS, { name: 'what is to come', up: async () => {} }];
const FAILING: readonly Migration[] = [
  ...MIGRATIONS,
  {
    name: 'half of it',
    up: async (session) => {
      await session.query(session.builder.updateTable('game').set({ title: 'Renamed' }));
      await session.query(session.builder.schema.createTable('half').addColumn('id', 'integer'));
      throw new Error('and no further');
    },
  },
];

describeOnBothEngines('the tables of a store', (engine) => {
  it('are made in an empty database', async () => {
    const location = await engine.newLocation();
    expect(await inDatabase(location, versionOf)).toBe(0);
    await inStore(location, async (store) => {
      expect(await store.isEmpty()).toBe(true);
      expect(await store.verify()).toMatchObject({ found: 0 });
    });
    expect(await inDatabase(location, versionOf)).toBe(MIGRATIONS.length);
  });

  it('are left alone when they are of this version already', async () => {
    const location = await engine.newLocation();
    await inStore(location, (store) => store.importWorld(sharedWorld(2), NOW));
    await inStore(location, async (store) => {
      expect(await store.findGame(1)).toMatchObject({ title: 'Game 1' });
    });
  });

  describe('of an older version', () => {
    it.each(MIGRATIONS.slice(1).map((migration, index) => [index + 1, migration.name] as const))(
      'keep what is in them: from version %i, before "%s"',
      async (version) => {
        const location = await olderDatabase(engine, version);
        await inStore(location, async (store) => {
          expect(await store.findGame(1)).toMatchObject({ title: 'Game 1', players: 1 });
          expect(await store.achievementDistribution(1, { promoted: true, hardcore: true })).toEqual([1]);
          expect(await store.search('game', 1)).toMatchObject({ games: [{ id: 1, players: 1 }] });
          expect(await store.recentUnlocks(1)).toMatchObject([{ username: 'Ada', achievementId: 1 }]);
          expect(await store.listAchievements(1)).toMatchObject([TRIGGER]);
          expect(await store.findRichPresence(1)).toBe(RICH_PRESENCE.rich_presence);
          expect(await store.mostPlayedGames(1)).toMatchObject([{ id: 1, players: 1 }]);
          expect(await store.verify()).toMatchObject({ players: 1, unlocks: 1, found: 0 });
          const account = { username: 'Boris', passwordHash: 'hash', admin: true, now: NOW };
          expect(await store.createAccount(account)).toBe(true);
          // What refers to what they brought still does.
          await store.importWorld([achievement(2, { trigger: '0=1' })], NOW);
          expect(await store.listAchievements(1)).toMatchObject([TRIGGER, { trigger: '0=1' }]);
        });
        expect(await inDatabase(location, versionOf)).toBe(MIGRATIONS.length);
      },
    );

    it('keep a long unlock list, with both times of each unlock', async () => {
      const location = await olderDatabase(engine, 2);
      await inDatabase(location, fillUnlockList);
      await inStore(location, async (store) => {
        const all = await store.playerUnlocks(1 + 3 * 500, 1);
        expect(all).toMatchObject([{ softcoreAt: 1_600_000_010, hardcoreAt: 1_600_001_500 }]);
        expect(await store.playerUnlocks(501, 1)).toMatchObject([
          { softcoreAt: 1_600_000_500, hardcoreAt: null },
        ]);
        const page = await store.achievementUnlocks(1, { count: 2, offset: 1_200 });
        expect(unlockList(page)).toMatchObject([
          { player: { username: 'Player801' }, awardedAt: 1_600_000_800, hardcore: false },
          { player: { username: 'Player800' }, awardedAt: 1_600_000_799, hardcore: false },
        ]);
        expect(await store.verify()).toMatchObject({ players: 2_001, unlocks: 2_001, found: 0 });
        // It goes on.
        await store.recordUnlock({ playerId: 501, achievementId: 1, at: 1_600_000_001, hardcore: true }, NOW);
        expect(await store.verify()).toMatchObject({ found: 0 });
      });
    });
  });

  it('of an older version know which awards are listed, and how many', async () => {
    const location = await olderDatabase(engine, 4);
    await inDatabase(location, fillAwards);
    await inStore(location, async (store) => {
      expect(await store.verify()).toMatchObject({ players: 2, found: 0 });
    });
  });

  it('of an older version know where players stand', async () => {
    const location = await olderDatabase(engine, 8);
    await inDatabase(location, fillPoints);
    await inStore(location, async (store) => {
      const ada = { kind: 'username', username: 'Ada' } as const;
      const parts = { games: 0, achievements: 0 };
      expect(await store.userSummary(ada, parts)).toMatchObject({ rank: 1, totalRanked: 1 });
      expect(await store.verify()).toMatchObject({ players: 2, found: 0 });
    });
  });

  it('of an older version know every game by its title, however many there are', async () => {
    const location = await olderDatabase(engine, 7);
    await inDatabase(location, async ({ write }) => {
      const games = sql`insert into game (id, system_id, title)
        with recursive number(n) as (select 2 union all select n + 1 from number where n < 2500)
        select n, 1, 'Title ' || n from number`;
      await write((session) => session.query({ compile: () => games.compile(session.builder) }));
    });
    await inStore(location, async (store) => {
      expect(await store.search('title 2500', 2)).toMatchObject({ games: [{ id: 2_500 }] });
      expect(await store.verify()).toMatchObject({ found: 0 });
    });
  });

  it('of a newer version are refused, and left as they are', async () => {
    const location = await engine.newLocation();
    await inDatabase(location, (database) => migrate(database, { migrations: NEWER }));
    await expect(openStore(location)).rejects.toThrow(
      new StoreRefused(
        `The database is of version ${NEWER.length}, made by a newer Laurel; ` +
          `this one knows version ${MIGRATIONS.length}. ` +
          'Run the newer Laurel, or restore a backup of the older database.',
      ),
    );
    expect(await inDatabase(location, versionOf)).toBe(NEWER.length);
  });

  it('are as before when a migration fails', async () => {
    const location = await engine.newLocation();
    await inStore(location, (store) => store.importWorld(sharedWorld(1), NOW));
    await inDatabase(location, async (database) => {
      await expect(migrate(database, { migrations: FAILING })).rejects.toThrow('and no further');
      expect(await versionOf(database)).toBe(MIGRATIONS.length);
      expect(await database.dialect.hasTable('half')).toBe(false);
    });
    await inStore(location, async (store) => {
      expect(await store.findGame(1)).toMatchObject({ title: 'Game 1' });
    });
  });

  it('are not there at all when the first migration fails', async () => {
    const location = await engine.newLocation();
    await inDatabase(location, async (database) => {
      await expect(migrate(database, { migrations: FAILING })).rejects.toThrow('and no further');
      expect(await versionOf(database)).toBe(0);
      expect(await database.dialect.hasTable('game')).toBe(false);
    });
  });
});

describe('an embedded database', () => {
  const engine = sqlite();

  it('is backed up before an upgrade, each time', async () => {
    const location = await olderDatabase(engine, 1);
    const backup = `${fileOf(location)}.before-upgrade-from-1`;
    const older = join(dirname(backup), 'older');
    await cp(fileOf(location), older);
    await inStore(location, async () => {});
    expect(await contentsOf(backup)).toEqual({ version: 1, titles: ['Game 1'] });

    // Back to the older one, which goes on for a while before it is upgraded again.
    await cp(older, fileOf(location));
    await inDatabase(location, ({ session }) =>
      session.query(session.builder.updateTable('game').set({ title: 'Played on' })),
    );
    await inStore(location, async () => {});
    expect(await contentsOf(backup)).toEqual({ version: 1, titles: ['Played on'] });
  });

  it('is not backed up when there is nothing to upgrade', async () => {
    const location = await engine.newLocation();
    await inStore(location, async () => {});
    await inStore(location, async () => {});
    expect(existsSync(`${fileOf(location)}.before-upgrade-from-0`)).toBe(false);
    expect(existsSync(`${fileOf(location)}.before-upgrade-from-${MIGRATIONS.length}`)).toBe(false);
  });
});

/** What rows of games and achievements had until version 10. */
const RICH_PRESENCE = { rich_presence: 'Display:\nPlaying' };
const TRIGGER = { trigger: '0xH1234=1' };

/** A database of the first `version` versions, with a player who has unlocked the one achievement of a game. */
async function olderDatabase(engine: TestEngine, version: number): Promise<StoreLocation> {
  const location = await engine.newLocation();
  await inDatabase(location, async (database) => {
    await migrate(database, { migrations: MIGRATIONS.slice(0, version) });
    const { builder } = database.session;
    const at = 1_600_000_000;
    const player = { player_id: 1, game_id: 1 };
    const counts = { achieved: 1, score: 5, achieved_hardcore: 1, score_hardcore: 5 };
    const rows = [
      builder.insertInto('system').values({ id: 1, name: 'Mega Drive', active: 1 }),
      builder.insertInto('game').values({
        id: 1,
        system_id: 1,
        title: 'Game 1',
        promoted_count: 1,
        promoted_points: 5,
        ...(version < 6 ? {} : { leaderboards: 1 }),
        ...RICH_PRESENCE,
        players: 1,
        players_hardcore: 1,
      }),
      builder.insertInto('achievement').values({
        id: 1,
        game_id: 1,
        title: '',
        description: '',
        points: 5,
        promoted: 1,
        author: '',
        author_key: '',
        badge: '',
        ...TRIGGER,
        sort_order: 0,
        created_at: at,
        modified_at: at,
        unlocks: 1,
        unlocks_hardcore: 1,
      }),
      builder.insertInto('leaderboard').values({
        id: 1,
        game_id: 1,
        title: '',
        description: '',
        format: 'SCORE',
        lower_is_better: 0,
        definition: '',
        sort_order: 0,
      }),
      builder.insertInto('player').values({
        id: 1,
        name: 'Ada',
        name_key: 'ada',
        ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
        joined_at: at,
        motto: '',
        untracked: 0,
        points_hardcore: 5,
        games_listed: 1,
        ...(version < 8 ? {} : { last_unlock_at: at }),
      }),
      builder.insertInto('unlock').values({
        player_id: 1,
        achievement_id: 1,
        // Since version 3, what can be read elsewhere is left out.
        ...(version < 3 ? { game_id: 1, softcore_at: at } : { softcore_at: null }),
        awarded_at: at,
        hardcore: 1,
        tracked: 1,
      }),
      builder.insertInto('player_game').values({
        ...player,
        ...counts,
        unpromoted: 0,
        unpromoted_hardcore: 0,
        last_unlock_at: at,
        listed_at: at,
      }),
      ...[0, 1].map((hardcore) =>
        builder
          .insertInto('distribution')
          .values({ game_id: 1, promoted: 1, hardcore, achieved: 1, players: 1 }),
      ),
    ];
    await database.write(async (session) => {
      for (const row of rows) await session.query(row);
      if (version >= 8) await saveWordsOfGame(session, 1, 'Game 1');
    });
  });
  return location;
}

/**
 * Adds 2,000 players who have unlocked achievement 1 of an older database, a second after each other: player 2
 * up to 1,001 in softcore, those after them in hardcore, but 10 seconds after 1,600,000,000 in softcore already.
 */
async function fillUnlockList(database: Engine): Promise<void> {
  const number = 'with recursive number(n) as (select 1 union all select n + 1 from number where n < 2000)';
  const steps = [
    `insert into player (id, name, name_key, ulid, joined_at, motto, untracked, points_softcore, points_hardcore,
        games_listed) ${number}
      select n + 1, 'Player' || (n + 1), 'player' || (n + 1), '0000000000000000000' || (1000000 + n), 0, '', 0,
        case when n > 1000 then 0 else 5 end, case when n > 1000 then 5 else 0 end, 1 from number`,
    `insert into unlock (player_id, game_id, achievement_id, softcore_at, awarded_at, hardcore, tracked) ${number}
      select n + 1, 1, 1, case when n > 1000 then 1600000010 else 1600000000 + n end, 1600000000 + n,
        case when n > 1000 then 1 else 0 end, 1 from number`,
    `insert into player_game (player_id, game_id, achieved, score, achieved_hardcore, score_hardcore, unpromoted,
        unpromoted_hardcore, last_unlock_at, listed_at)
      select player_id, 1, 1, 5, hardcore, 5 * hardcore, 0, 0, awarded_at, awarded_at
      from unlock where player_id > 1`,
    'update achievement set unlocks = 2001, unlocks_hardcore = 1001',
    'update game set players = 2001, players_hardcore = 1001',
    'update distribution set players = case hardcore when 1 then 1001 else 2001 end',
  ];
  await runSteps(database, steps);
}

/** Gives the player of an older database awards, and an untracked player, too. */
async function fillAwards(database: Engine): Promise<void> {
  const steps = [
    `insert into player (id, name, name_key, ulid, joined_at, motto, untracked, points_hardcore, games_listed)
      values (2, 'Ghost', 'ghost', 'GHOST', 0, '', 1, 0, 1)`,
    `insert into player_game (player_id, game_id, achieved, score, achieved_hardcore, score_hardcore, unpromoted,
        unpromoted_hardcore, award_kind, award_at, listed_at)
      values (2, 1, 0, 0, 0, 0, 0, 0, 'mastered', 1600000000, 1600000000)`,
    `update player_game set award_kind = 'mastered', award_at = 1606000000 where player_id = 1`,
    `insert into award (player_id, game_id, kind, at) values (1, 1, 'beaten-softcore', 1600000000),
      (1, 1, 'completed', 1600000000), (1, 1, 'mastered', 1606000000), (2, 1, 'mastered', 1600000000)`,
  ];
  await runSteps(database, steps);
}

/** Gives the player of an older database, and an untracked player, points in all bands. */
async function fillPoints(database: Engine): Promise<void> {
  const steps = [
    'update achievement set points = 20000',
    'update game set promoted_points = 20000',
    `insert into player (id, name, name_key, ulid, joined_at, motto, untracked, games_listed)
      values (2, 'Ghost', 'ghost', 'GHOST', 0, '', 1, 1)`,
    `insert into unlock (player_id, achievement_id, awarded_at, hardcore, tracked) values (2, 1, 1600000000, 1, 0)`,
    `insert into player_game (player_id, game_id, achieved, score, achieved_hardcore, score_hardcore, unpromoted,
        unpromoted_hardcore, last_unlock_at, listed_at)
      select 2, 1, 1, 5, 1, 5, 0, 0, last_unlock_at, listed_at from player_game`,
    'update player_game set score = 20000, score_hardcore = 20000',
    'update player set points_hardcore = 20000, last_unlock_at = 1600000000',
  ];
  await runSteps(database, steps);
}

async function runSteps({ write }: Engine, steps: readonly string[]): Promise<void> {
  await write(async (session) => {
    for (const step of steps) {
      await session.query({ compile: () => sql.raw(step).compile(session.builder) });
    }
  });
}

function fileOf(location: StoreLocation): string {
  if (!('data' in location)) throw new Error('not an embedded database');
  return databaseFile(location.data);
}

/** What is in a backup, read from a copy of it: opening a database may change its file. */
async function contentsOf(file: string): Promise<{ version: number; titles: string[] }> {
  expect((await readFile(file)).subarray(0, 15).toString()).toBe('SQLite format 3');
  const data = join(dirname(file), 'restored');
  await mkdir(data, { recursive: true });
  await cp(file, databaseFile(data));
  return inDatabase({ data }, async (database) => ({
    version: await versionOf(database),
    titles: (await database.session.query(database.session.builder.selectFrom('game').select('title'))).map(
      (row) => row.title,
    ),
  }));
}

async function inDatabase<Result>(
  location: StoreLocation,
  work: (database: Engine) => Promise<Result>,
): Promise<Result> {
  const database = await openEngine(location);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function inStore(location: StoreLocation, work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore(location);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
