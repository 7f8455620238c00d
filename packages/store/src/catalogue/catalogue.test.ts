import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const MD5 = '1bc674be034e43c96b86487ac69d9293';

describeOnBothEngines('the catalogue', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        { ...GAME, icon: '/Images/1.png', publisher: 'Sega', released: '1991-06-23', hashes: [{ md5: MD5 }] },
        { type: 'game', id: 2, systemId: 1, title: 'Two', richPresence: 'Display:\nPlaying' },
        achievement(3, { order: 1, kind: 'missable', promoted: false }),
        achievement(2, { order: 1 }),
        achievement(1, {
          order: 2,
          author: 'Ada',
          badge: '250336',
          trigger: '0xH1234=1',
          createdAt: 5,
          modifiedAt: 6,
        }),
        achievement(4, { gameId: 2 }),
        { type: 'user', username: 'Ada' },
        unlock('Ada', 1, 5),
      ],
      NOW,
    );
  });

  it('tells of a game, with paths and texts where there are none', async () => {
    expect(await store.findGame(1)).toEqual({
      id: 1,
      title: 'One',
      systemId: 1,
      systemName: 'Mega Drive',
      icon: '/Images/1.png',
      imageTitle: '/Images/game-1.png',
      imageIngame: '/Images/game-1.png',
      imageBoxArt: '/Images/game-1.png',
      publisher: 'Sega',
      developer: '',
      genre: '',
      released: '1991-06-23',
      promotedCount: 2,
      players: 1,
      playersHardcore: 1,
    });
    expect(await store.findGame(2)).toMatchObject({ icon: '/Images/game-2.png', released: null });
    expect(await store.findGame(99)).toBeUndefined();
  });

  it('has the rich presence script of a game, nothing where it has none', async () => {
    expect(await store.findRichPresence(2)).toBe('Display:\nPlaying');
    expect(await store.findRichPresence(1)).toBe('');
    expect(await store.findRichPresence(99)).toBe('');
  });

  it('finds a game by the hash of its ROM', async () => {
    expect(await store.findGameByHash(MD5)).toBe(1);
    expect(await store.findGameByHash('0'.repeat(32))).toBeUndefined();
  });

  it('lists the achievements of a game in the order of the set, then by id', async () => {
    const achievements = await store.listAchievements(1);
    expect(achievements.map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(achievements[2]).toEqual({
      id: 1,
      gameId: 1,
      title: 'Title 1',
      description: '',
      points: 5,
      kind: null,
      promoted: true,
      author: 'Ada',
      badge: '250336',
      trigger: '0xH1234=1',
      createdAt: 5,
      modifiedAt: 6,
      unlocks: 1,
      unlocksHardcore: 1,
    });
    expect(achievements[1]).toMatchObject({ kind: 'missable', promoted: false, unlocks: 0 });
    expect(await store.listAchievements(99)).toEqual([]);
  });
});
