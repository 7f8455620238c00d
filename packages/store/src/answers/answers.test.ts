import type { WorldRecord } from '@laurel/domain';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlayerIdentifier } from '../players.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';
import { unlockList } from '../testing/unlock-list.ts';

const NOW = 2_000_000_000;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

const ada: PlayerIdentifier = { kind: 'username', username: 'Ada' };
const nobody: PlayerIdentifier = { kind: 'username', username: 'Nobody' };
const page = { count: 50, offset: 0 };

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  { ...GAME, icon: '/Images/085573.png' },
  { type: 'game', id: 2, systemId: 1, title: 'Two' },
  achievement(1, {
    title: 'That Was Easy',
    description: 'Complete the first act',
    kind: 'progression',
    author: 'ADA',
    createdAt: 100,
    modifiedAt: 200,
  }),
  achievement(2, { author: 'Elsewhere' }),
  achievement(3, { gameId: 2 }),
  { type: 'user', username: 'Ada', id: 1, ulid: ULID },
  unlock('Ada', 1, 300),
  unlock('Ada', 3, 400, false),
];

/** What the model of a world does not know: names, texts, and what there is not. */
describeOnBothEngines('the store answers', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
  });

  describe('the unlocks of an achievement', () => {
    it('with what the achievement is, and where', async () => {
      const found = await store.achievementUnlocks(1, page);
      expect(found).toMatchObject({
        achievement: {
          id: 1,
          title: 'That Was Easy',
          description: 'Complete the first act',
          points: 5,
          trueRatio: 5,
          author: 'ADA',
          authorUlid: ULID,
          createdAt: 100,
          modifiedAt: 200,
          kind: 'progression',
        },
        system: { id: 1, name: 'Mega Drive' },
        game: { id: 1, title: 'One' },
        unlocksCount: 1,
        unlocksHardcoreCount: 1,
        totalPlayers: 1,
      });
      expect(unlockList(found)).toEqual([
        {
          player: {
            id: 1,
            username: 'Ada',
            ulid: ULID,
            pointsHardcore: 5,
            pointsSoftcore: 5,
            gamesListed: 2,
          },
          awardedAt: 300,
          hardcore: true,
        },
      ]);
    });

    it('with no ULID of an author who is not a player', async () => {
      expect((await store.achievementUnlocks(2, page))?.achievement).toMatchObject({
        author: 'Elsewhere',
        authorUlid: null,
      });
    });

    it('with nothing for an achievement that does not exist', async () => {
      expect(await store.achievementUnlocks(99, page)).toBeUndefined();
    });

    it('with no unlocks beyond the last', async () => {
      expect(await store.achievementUnlocks(1, { count: 500, offset: 1_000_000 })).toMatchObject({
        unlocksCount: 1,
        unlocks: [],
      });
    });
  });

  describe('the progress of a player', () => {
    it('by username in any case, and by ULID', async () => {
      const progress = await store.userProgress(ada, [1]);
      expect(progress).toMatchObject([{ gameId: 1, achieved: 1 }]);
      expect(await store.userProgress({ kind: 'username', username: 'aDA' }, [1])).toEqual(progress);
      expect(await store.userProgress({ kind: 'ulid', ulid: ULID }, [1])).toEqual(progress);
    });

    it('in the order asked for, each game once, with zeros for one that does not exist', async () => {
      const progress = await store.userProgress(ada, [2, 99, 1, 2]);
      expect(progress.map(({ gameId, achieved }) => [gameId, achieved])).toEqual([
        [2, 1],
        [99, 0],
        [1, 1],
      ]);
    });

    it.each([1, 2, 3, 5, 999, 1000])('in %i games at once', async (count) => {
      const gameIds = Array.from({ length: count }, (_, index) => count - index);
      const progress = await store.userProgress(ada, gameIds);
      expect(progress.map(({ gameId }) => gameId)).toEqual(gameIds);
      expect(progress.filter(({ achieved }) => achieved > 0)).toHaveLength(Math.min(count, 2));
    });

    it('with nothing for no games, and for a player who does not exist', async () => {
      expect(await store.userProgress(ada, [])).toEqual([]);
      expect(await store.userProgress(nobody, [1])).toEqual([]);
    });
  });

  describe('the completion progress of a player', () => {
    it('with what the games are, and a picture of its own for one that has none', async () => {
      const facts = { systemId: 1, systemName: 'Mega Drive', unpromotedCount: 0 };
      const two = { id: 2, title: 'Two', icon: '/Images/game-2.png', promotedCount: 1, promotedPoints: 5 };
      const one = { id: 1, title: 'One', icon: '/Images/085573.png', promotedCount: 2, promotedPoints: 10 };
      expect(await store.userCompletionProgress(ada, page)).toEqual({
        total: 2,
        games: [
          {
            game: { ...two, ...facts },
            achieved: 1,
            achievedHardcore: 0,
            lastAwardedAt: 400,
            highestAward: null,
          },
          {
            game: { ...one, ...facts },
            achieved: 1,
            achievedHardcore: 1,
            lastAwardedAt: 300,
            highestAward: { kind: 'beaten-hardcore', at: 300 },
          },
        ],
      });
    });

    it('with all of the total and no rows beyond the last', async () => {
      expect(await store.userCompletionProgress(ada, { count: 500, offset: 2 })).toEqual({
        total: 2,
        games: [],
      });
    });

    it('with nothing for a player who does not exist', async () => {
      expect(await store.userCompletionProgress(nobody, page)).toEqual({ total: 0, games: [] });
    });
  });

  it('no distribution for a game that does not exist, and zeros for one that nobody plays', async () => {
    await store.importWorld(
      [{ type: 'game', id: 3, systemId: 1, title: 'Three' }, achievement(4, { gameId: 3 })],
      NOW,
    );
    expect(await store.achievementDistribution(99, { promoted: true, hardcore: false })).toEqual([]);
    expect(await store.achievementDistribution(3, { promoted: true, hardcore: false })).toEqual([0]);
    expect(await store.achievementDistribution(3, { promoted: false, hardcore: false })).toEqual([]);
  });
});

describeOnBothEngines('an unlock list whose statements all fail', (engine) => {
  it('says so once, and nothing is left to fail by itself', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
    await store.engine.write(async (session) => {
      for (const table of ['unlock', 'achievement']) {
        const rename = sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_gone`)}`;
        await session.query({ compile: () => rename.compile(session.builder) });
      }
    });
    await expect(store.achievementUnlocks(1, page)).rejects.toThrow(/achievement|unlock/);
  });
});
