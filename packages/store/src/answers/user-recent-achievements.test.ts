import type { WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlayerIdentifier } from '../players.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const ada: PlayerIdentifier = { kind: 'username', username: 'Ada' };

const GAMES = 70;
const SET = 10;
/** More than the longest list has. Some are at the same time; each game is played all through. */
const timeOf = (id: number) => 1_000 + ((id * 7_919) % 400);
const isHardcore = (id: number) => id % 3 !== 0;

function* manyUnlocks(): Generator<WorldRecord> {
  yield SYSTEM;
  yield { type: 'user', username: 'Ada', id: 1 };
  yield { type: 'user', username: 'Bob', id: 2 };
  for (let gameId = 1; gameId <= GAMES; gameId += 1) {
    yield { type: 'game', id: gameId, systemId: 1, title: `Game ${gameId}` };
    for (let id = (gameId - 1) * SET + 1; id <= gameId * SET; id += 1) {
      yield achievement(id, { gameId });
      yield unlock('Ada', id, timeOf(id), isHardcore(id));
      yield unlock('Bob', id, 1_399);
    }
  }
}

/** What there is to say, told without the store. */
function expected(since: number) {
  return Array.from({ length: GAMES * SET }, (_, index) => index + 1)
    .filter((id) => timeOf(id) >= since)
    .sort((a, b) => timeOf(b) - timeOf(a) || a - b)
    .slice(0, 500)
    .map((id) => ({
      achievementId: id,
      awardedAt: timeOf(id),
      hardcore: isHardcore(id),
      gameId: Math.ceil(id / SET),
    }));
}

describeOnBothEngines('the recent achievements of a player', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        { ...GAME, icon: '/Images/085573.png' },
        { type: 'game', id: 2, systemId: 1, title: 'Two' },
        achievement(1, { kind: 'missable', author: 'ADA', badge: '00001', points: 10 }),
        achievement(2, { gameId: 2, author: 'Elsewhere' }),
        achievement(3, { gameId: 2, promoted: false }),
        { type: 'user', username: 'Ada', id: 1, ulid: ULID },
        { type: 'user', username: 'Bob', id: 2 },
        unlock('Ada', 1, 300, false),
        unlock('Ada', 1, 500),
        unlock('Ada', 2, 400, false),
        unlock('Ada', 3, 600),
        unlock('Bob', 2, 700),
      ],
      NOW,
    );
  });

  it('are told newest first, with what and where they are', async () => {
    expect(await store.userRecentAchievements(ada, 0)).toEqual([
      {
        achievementId: 1,
        awardedAt: 500,
        hardcore: true,
        title: 'Title 1',
        description: '',
        badge: '00001',
        points: 10,
        trueRatio: 10,
        kind: 'missable',
        author: 'ADA',
        authorUlid: ULID,
        gameId: 1,
        gameTitle: 'One',
        gameIcon: '/Images/085573.png',
        systemName: 'Mega Drive',
      },
      expect.objectContaining({
        achievementId: 2,
        awardedAt: 400,
        hardcore: false,
        author: 'Elsewhere',
        authorUlid: null,
        gameIcon: '/Images/game-2.png',
      }),
    ]);
  });

  it.each([
    [500, [1]],
    [501, []],
    [400, [1, 2]],
    [401, [1]],
    [-1_000_000_000_000, [1, 2]],
  ])('are those since %i, that second included', async (since, ids) => {
    const unlocks = await store.userRecentAchievements(ada, since);
    expect(unlocks.map(({ achievementId }) => achievementId)).toEqual(ids);
  });

  it('are none of a player who does not exist', async () => {
    expect(await store.userRecentAchievements({ kind: 'username', username: 'Nobody' }, 0)).toEqual([]);
  });

  describe('of whom there are many', () => {
    let busy: TestStore;
    beforeAll(async () => {
      busy = await engine.openTestStore();
      await busy.importWorld(manyUnlocks(), NOW);
    });

    it.each([0, 1_000, 1_100, 1_114, 1_115, 1_250, 1_390, 1_399, 1_400])(
      'are the newest 500 since %i',
      async (since) => {
        const unlocks = await busy.userRecentAchievements(ada, since);
        expect(
          unlocks.map(({ achievementId, awardedAt, hardcore, gameId }) => ({
            achievementId,
            awardedAt,
            hardcore,
            gameId,
          })),
        ).toEqual(expected(since));
      },
    );
  });
});
