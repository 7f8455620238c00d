import type { GameRecord, LeaderboardRecord, WorldRecord } from '@laurel/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { achievement, SYSTEM } from '../testing/records.ts';

const NOW = 2_000_000_000;
const ALL = { count: 2_147_483_647, offset: 0 };
const PLAIN = { withAchievements: false, withHashes: false };
const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(32));

function game(id: number, title: string, facts: Partial<GameRecord> = {}): GameRecord {
  return { type: 'game', id, systemId: 1, title, ...facts };
}

function leaderboard(id: number, gameId: number): LeaderboardRecord {
  return { type: 'leaderboard', id, gameId, title: '', description: '', format: 'SCORE' };
}

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  { type: 'system', id: 2, name: 'Nintendo 64' },
  game(4, 'Beta', { icon: '/Images/4.png', hashes: [C, A].map((md5 = '') => ({ md5 })) }),
  game(3, 'alpha'),
  game(2, 'Gamma', { hashes: [{ md5: B ?? '' }] }),
  game(1, 'gamma'),
  game(5, 'Elsewhere', { systemId: 2 }),
  achievement(1, { gameId: 4, points: 10, modifiedAt: 100 }),
  achievement(2, { gameId: 4, points: 5, modifiedAt: 300 }),
  achievement(3, { gameId: 4, points: 50, modifiedAt: 400, promoted: false }),
  achievement(4, { gameId: 1, modifiedAt: 500, promoted: false }),
  leaderboard(1, 4),
  leaderboard(2, 4),
  leaderboard(3, 1),
];

describeOnBothEngines('the games of a system', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
  });

  describe('in a small world', () => {
    beforeAll(async () => {
      await emptyStore(store.engine);
      await store.importWorld(WORLD, NOW);
    });

    const idsOf = async (choice = PLAIN, page = ALL) =>
      (await store.gameList(1, choice, page)).map(({ id }) => id);

    it('are told by title, whatever its case, then by id', async () => {
      expect(await idsOf()).toEqual([3, 4, 1, 2]);
    });

    it('are told with what is in each', async () => {
      expect(await store.gameList(1, PLAIN, ALL)).toMatchObject([
        { id: 3, icon: '/Images/game-3.png', achievements: 0, points: 0, leaderboards: 0, modifiedAt: null },
        {},
        { id: 1, achievements: 0, points: 0, leaderboards: 1, modifiedAt: 500 },
        { id: 2 },
      ]);
      expect((await store.gameList(1, PLAIN, { count: 1, offset: 1 }))[0]).toEqual({
        id: 4,
        title: 'Beta',
        systemId: 1,
        systemName: 'Mega Drive',
        icon: '/Images/4.png',
        achievements: 2,
        points: 15,
        leaderboards: 2,
        modifiedAt: 400,
        hashes: undefined,
      });
    });

    it('are told with their hashes where those are asked for', async () => {
      const games = await store.gameList(1, { ...PLAIN, withHashes: true }, ALL);
      expect(games.map(({ id, hashes }) => [id, hashes])).toEqual([
        [3, []],
        [4, [A, C]],
        [1, []],
        [2, [B]],
      ]);
    });

    it('are only those with promoted achievements where that is asked for', async () => {
      expect(await idsOf({ ...PLAIN, withAchievements: true })).toEqual([4]);
    });

    it.each([
      [1, 0, [3]],
      [2, 1, [4, 1]],
      [9, 3, [2]],
      [9, 4, []],
      [2_147_483_647, 2_147_483_647, []],
    ])('are told %i after the first %i', async (count, offset, ids) => {
      expect(await idsOf(PLAIN, { count, offset })).toEqual(ids);
    });

    it('are none where there is no such system', async () => {
      expect(await store.gameList(99, PLAIN, ALL)).toEqual([]);
    });

    it('follow what is changed later: a title, a leaderboard that moves, a modification that was too late', async () => {
      await store.importWorld(
        [
          game(3, 'Zeta'),
          leaderboard(3, 3),
          leaderboard(3, 3),
          achievement(4, { gameId: 1, modifiedAt: 50, promoted: false }),
        ],
        NOW,
      );
      expect(await store.gameList(1, PLAIN, ALL)).toMatchObject([
        { id: 4, leaderboards: 2 },
        { id: 1, leaderboards: 0, modifiedAt: 50 },
        { id: 2 },
        { id: 3, leaderboards: 1 },
      ]);
      expect(await store.verify()).toMatchObject({ found: 0 });
    });
  });

  it('are in one order, all pages together, each once, however their titles are written', async () => {
    const title = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'é', 'É', '~', ' ', '0', '龍', '😀'), maxLength: 3 }),
      fc.constantFrom('龍'.repeat(1_000), '😀'.repeat(500)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (titles, count) => {
          await emptyStore(store.engine);
          await store.importWorld([SYSTEM, ...titles.map((text, index) => game(index + 1, text))], NOW);
          const all = await store.gameList(1, PLAIN, ALL);
          const expected = titles
            .map((text, index) => ({ id: index + 1, key: keyOf(text) }))
            .sort((one, other) => Buffer.compare(one.key, other.key) || one.id - other.id);
          expect(all.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
          const pages = [];
          for (let offset = 0; offset < titles.length; offset += count) {
            pages.push(...(await store.gameList(1, PLAIN, { count, offset })));
          }
          expect(pages).toEqual(all);
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** By bytes, the letters A to Z as a to z, as far as the index goes. */
function keyOf(title: string): Buffer {
  const lower = title.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  return Buffer.from([...lower].slice(0, 200).join(''));
}
