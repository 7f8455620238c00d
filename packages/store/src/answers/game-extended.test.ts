import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const MD5_OF_NOTHING = 'd41d8cd98f00b204e9800998ecf8427e';
const PROMOTED = { promoted: true };

describeOnBothEngines('a game with its achievements', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        { ...GAME, publisher: 'Sega', released: '1991-06-23', richPresence: 'Display:\nPlaying' },
        { type: 'game', id: 2, systemId: 1, title: 'Two' },
        achievement(1, {
          title: 'That Was Easy',
          description: 'Complete the first act',
          points: 10,
          kind: 'progression',
          author: 'ADA',
          badge: '250336',
          trigger: '0xH1234=1',
          order: 2,
          createdAt: 5,
          modifiedAt: 6,
        }),
        achievement(2, { order: 1, author: 'Elsewhere', modifiedAt: 7 }),
        achievement(3, { promoted: false, modifiedAt: 8 }),
        { type: 'user', username: 'Ada', ulid: ULID },
        { type: 'user', username: 'Boris' },
        { type: 'user', username: 'Ghost', untracked: true },
        unlock('Ada', 1, 300),
        unlock('Boris', 1, 400, false),
        unlock('Boris', 2, 400),
        unlock('Boris', 3, 400),
        unlock('Ghost', 1, 500),
      ],
      NOW,
    );
  });

  it('has all of the game, and of each achievement', async () => {
    const game = await store.gameExtended(1, PROMOTED);
    expect(game).toEqual({
      ...(await store.game(1)),
      // printf 'Display:\nPlaying' | md5sum
      richPresenceMd5: '1bf06c5167effbff71c99b184ada0e88',
      modifiedAt: 8,
      achievements: [expect.anything(), expect.anything()],
    });
    expect(game).toMatchObject({ title: 'One', systemName: 'Mega Drive', publisher: 'Sega', players: 2 });
    expect(game?.achievements[1]).toEqual({
      id: 1,
      title: 'That Was Easy',
      description: 'Complete the first act',
      points: 10,
      // 10 * (0.4 + 0.6 * 2 / 1)
      trueRatio: 16,
      kind: 'progression',
      author: 'ADA',
      authorUlid: ULID,
      badge: '250336',
      order: 2,
      // printf '0xH1234=1' | md5sum
      triggerMd5: 'e394f08477355df367dfbfaad42d4b79',
      createdAt: 5,
      modifiedAt: 6,
      unlocks: 2,
      unlocksHardcore: 1,
    });
  });

  it('has them in the order of the set, with no ULID of an author who is not a player', async () => {
    const game = await store.gameExtended(1, PROMOTED);
    expect(game?.achievements.map(({ id, author, authorUlid }) => [id, author, authorUlid])).toEqual([
      [2, 'Elsewhere', null],
      [1, 'ADA', ULID],
    ]);
    expect(game?.achievements[0]).toMatchObject({ triggerMd5: MD5_OF_NOTHING, badge: '', kind: null });
  });

  it('has the unpromoted ones instead where they are asked for', async () => {
    const game = await store.gameExtended(1, { promoted: false });
    expect(game).toMatchObject({ players: 2, modifiedAt: 8 });
    expect(game?.achievements).toMatchObject([{ id: 3, author: '', authorUlid: null, unlocks: 1 }]);
  });

  it('has nothing where there is nothing', async () => {
    expect(await store.gameExtended(2, PROMOTED)).toMatchObject({
      modifiedAt: null,
      players: 0,
      released: null,
      richPresenceMd5: MD5_OF_NOTHING,
      achievements: [],
    });
    expect(await store.gameExtended(99, PROMOTED)).toBeUndefined();
    expect(await store.game(99)).toBeUndefined();
  });
});
