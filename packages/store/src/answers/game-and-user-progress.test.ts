import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';

const NOW = 2_000_000_000;
const named = (username: string) => ({ kind: 'username', username }) as const;

describeOnBothEngines('a game and what a player has of it', (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        GAME,
        achievement(1, { order: 2, kind: 'progression' }),
        achievement(2, { order: 1 }),
        achievement(3, { order: 3 }),
        achievement(4, { promoted: false }),
        { type: 'user', username: 'Ada' },
        { type: 'user', username: 'Ghost', untracked: true },
        unlock('Ada', 1, 50),
        unlock('Ada', 1, 40, false),
        unlock('Ada', 2, 60, false),
        unlock('Ada', 4, 70),
        unlock('Ghost', 1, 80),
      ],
      NOW,
    );
  });

  it('is the game with its promoted set, with both times of each unlock', async () => {
    const progress = await store.gameAndUserProgress(1, named('ada'));
    const game = await store.gameExtended(1, { promoted: true });
    expect(progress).toMatchObject({
      ...game,
      players: 1,
      achieved: 2,
      achievedHardcore: 1,
      highestAward: { kind: 'beaten-hardcore', at: 50 },
    });
    expect(
      progress?.achievements.map(({ id, unlock: own }) => [id, own?.softcoreAt, own?.hardcoreAt]),
    ).toEqual([
      [2, 60, null],
      [1, 40, 50],
      [3, undefined, undefined],
    ]);
  });

  it('is there for an untracked player, who counts nowhere else', async () => {
    expect(await store.gameAndUserProgress(1, named('Ghost'))).toMatchObject({
      players: 1,
      achieved: 1,
      achievements: [{ id: 2 }, { id: 1, unlocks: 1, unlock: { hardcoreAt: 80 } }, { id: 3, unlock: null }],
    });
  });

  it('is nothing where there is no such game or player', async () => {
    expect(await store.gameAndUserProgress(99, named('Ada'))).toBeUndefined();
    expect(await store.gameAndUserProgress(1, named('Nobody'))).toBeUndefined();
  });
});
