import type { WorldRecord } from '@laurel/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlayerIdentifier } from '../players.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const ada: PlayerIdentifier = { kind: 'username', username: 'Ada' };

/** When each game was unlocked in: two of them at the same time, and in the last one nothing. */
const UNLOCKED: Readonly<Record<number, number>> = { 1: 100, 2: 300, 3: 300, 4: 500 };
const NOT_UNLOCKED = 5;

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  { type: 'user', username: 'Ada', id: 1 },
  ...Object.entries(UNLOCKED).flatMap(([id, at]): WorldRecord[] => [
    { type: 'game', id: Number(id), systemId: 1, title: `Game ${id}` },
    achievement(Number(id), { gameId: Number(id) }),
    unlock('Ada', Number(id), at),
  ]),
  {
    ...{ type: 'game', id: NOT_UNLOCKED, systemId: 1, title: 'Begun' },
    ...{ icon: '/Images/1.png', imageTitle: '/Images/2.png' },
    ...{ imageIngame: '/Images/3.png', imageBoxArt: '/Images/4.png' },
  },
  achievement(50, { gameId: NOT_UNLOCKED, points: 7 }),
];

describeOnBothEngines('the games that a player played last', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
  });

  const idsOf = async (page: { count: number; offset: number }) =>
    (await store.userRecentlyPlayedGames(ada, page)).map(({ gameId }) => gameId);

  it('are those with unlocks, newest first, as long as the emulator has said nothing', async () => {
    expect(await idsOf({ count: 10, offset: 0 })).toEqual([4, 2, 3, 1]);
    expect(await idsOf({ count: 2, offset: 1 })).toEqual([2, 3]);
  });

  it('are none of a player who does not exist', async () => {
    const nobody: PlayerIdentifier = { kind: 'username', username: 'Nobody' };
    expect(await store.userRecentlyPlayedGames(nobody, { count: 10, offset: 0 })).toEqual([]);
  });

  it('say what the game is, and how far the player is', async () => {
    await store.savePresence({ playerId: 1, gameId: NOT_UNLOCKED, message: 'Menu', at: 600 });
    const [begun, unlocked] = await store.userRecentlyPlayedGames(ada, { count: 2, offset: 0 });
    expect(begun).toEqual({
      gameId: NOT_UNLOCKED,
      title: 'Begun',
      systemId: 1,
      systemName: 'Mega Drive',
      icon: '/Images/1.png',
      imageTitle: '/Images/2.png',
      imageIngame: '/Images/3.png',
      imageBoxArt: '/Images/4.png',
      lastPlayedAt: 600,
      possibleAchievements: 1,
      possibleScore: 7,
      achieved: 0,
      score: 0,
      achievedHardcore: 0,
      scoreHardcore: 0,
    });
    expect(unlocked).toMatchObject({
      gameId: 4,
      icon: '/Images/game-4.png',
      imageBoxArt: '/Images/game-4.png',
      lastPlayedAt: 500,
      achieved: 1,
      scoreHardcore: 5,
    });
  });

  describe.each([1, 2, 3, 4, NOT_UNLOCKED])('with the emulator in game %i', (gameId) => {
    it.each([50, 100, 200, 300, 400, 500, 600])('at %i, on every page', async (at) => {
      await store.savePresence({ playerId: 1, gameId, message: 'Somewhere', at });
      const times = { ...UNLOCKED, [gameId]: Math.max(at, UNLOCKED[gameId] ?? 0) };
      const all = Object.entries(times)
        .map(([id, lastPlayedAt]) => ({ gameId: Number(id), lastPlayedAt }))
        .sort((a, b) => b.lastPlayedAt - a.lastPlayedAt || a.gameId - b.gameId);
      for (let offset = 0; offset <= 6; offset += 1) {
        for (const count of [1, 2, 10]) {
          expect(await store.userRecentlyPlayedGames(ada, { count, offset })).toMatchObject(
            all.slice(offset, offset + count),
          );
        }
      }
    });
  });

  it('are none far behind the last', async () => {
    expect(await idsOf({ count: 50, offset: 2_147_483_647 })).toEqual([]);
  });
});
