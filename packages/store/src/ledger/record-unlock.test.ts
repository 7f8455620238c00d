import type { WorldRecord } from '@laurel/domain';
import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { exported } from '../testing/exported.ts';
import { achievement, GAME, SYSTEM } from '../testing/records.ts';
import { unlockList } from '../testing/unlock-list.ts';

const NOW = 2_000_000_000;

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  GAME,
  achievement(1, { kind: 'progression' }),
  achievement(2),
  achievement(3, { promoted: false }),
  { type: 'user', username: 'Ada', id: 1 },
  { type: 'user', username: 'Ghost', id: 2, untracked: true },
];

describeOnBothEngines('recording an unlock', (engine) => {
  let store: TestStore;

  beforeEach(async () => {
    store ??= await engine.openTestStore();
    await emptyStore(store.engine);
    await store.importWorld(WORLD, NOW);
  });

  it('says what the player has afterwards', async () => {
    expect(await record(1, { hardcore: false })).toEqual({
      kind: 'recorded',
      promoted: true,
      points: { hardcore: 0, softcore: 5 },
      remaining: 1,
    });
    expect(await record(1, { hardcore: true })).toEqual({
      kind: 'recorded',
      promoted: true,
      points: { hardcore: 5, softcore: 0 },
      remaining: 1,
    });
    expect(await record(2, { hardcore: false })).toMatchObject({
      points: { hardcore: 5, softcore: 5 },
      remaining: 0,
    });
    expect(await record(2, { hardcore: true })).toMatchObject({
      points: { hardcore: 10, softcore: 0 },
      remaining: 0,
    });
  });

  it.each([
    ['the same again', true, true],
    ['in softcore what they have in hardcore', true, false],
    ['in softcore what they have in softcore', false, false],
  ])('says that the player has it already: %s', async (_, first, second) => {
    await record(1, { hardcore: first });
    const before = await exported(store);
    expect(await record(1, { hardcore: second })).toMatchObject({ kind: 'already' });
    expect(await exported(store)).toEqual(before);
  });

  it('takes an earlier time for what the player has already', async () => {
    await record(1, { at: 500 });
    expect(await record(1, { at: 400 })).toMatchObject({ kind: 'already' });
    expect(unlockList(await store.achievementUnlocks(1, { count: 1, offset: 0 }))).toMatchObject([
      { player: { username: 'Ada' }, awardedAt: 400 },
    ]);
  });

  it('counts an unpromoted achievement apart', async () => {
    expect(await record(3)).toEqual({
      kind: 'recorded',
      promoted: false,
      points: { hardcore: 0, softcore: 0 },
      remaining: 2,
    });
    expect(await store.achievementDistribution(1, { promoted: false, hardcore: true })).toEqual([1]);
  });

  it('counts nothing of an untracked player but their own progress', async () => {
    expect(await record(1, { playerId: 2 })).toMatchObject({ points: { hardcore: 5, softcore: 0 } });
    expect(await store.achievementUnlocks(1, { count: 1, offset: 0 })).toMatchObject({
      unlocksCount: 0,
      totalPlayers: 0,
      unlocks: [],
    });
    expect(await store.userProgress({ kind: 'username', username: 'Ghost' }, [1])).toMatchObject([
      { achieved: 1 },
    ]);
  });

  it('grants the award that it earns', async () => {
    await record(1, { at: 500 });
    expect(
      await store.userCompletionProgress({ kind: 'username', username: 'Ada' }, { count: 1, offset: 0 }),
    ).toMatchObject({
      total: 1,
      games: [{ highestAward: { kind: 'beaten-hardcore', at: 500 } }],
    });
  });

  it('leaves the player an award that the set has outgrown since', async () => {
    const mastered: WorldRecord = { type: 'award', user: 'Ada', gameId: 1, kind: 'mastered', at: 100 };
    await store.importWorld([mastered], NOW);
    await record(1, { at: 500 });
    expect(
      await store.userCompletionProgress({ kind: 'username', username: 'Ada' }, { count: 1, offset: 0 }),
    ).toMatchObject({ games: [{ highestAward: { kind: 'mastered', at: 100 } }] });
    expect(await store.verify()).toMatchObject({ differences: [] });
  });

  it('is refused for a time of more than a minute ahead, and for an unknown achievement', async () => {
    const before = await exported(store);
    expect(await record(1, { at: NOW + 61 })).toEqual({ kind: 'too-early' });
    expect(await record(99)).toEqual({ kind: 'unknown-achievement' });
    expect(await exported(store)).toEqual(before);
    expect(await record(1, { at: NOW + 60 })).toMatchObject({ kind: 'recorded' });
  });

  it('is refused for a player who does not exist', async () => {
    await expect(record(1, { playerId: 99 })).rejects.toThrow('There is no player 99');
    expect((await store.verify()).unlocks).toBe(0);
  });

  it('shows in what the player has unlocked in the game', async () => {
    await record(2, { at: 500, hardcore: false });
    await record(3, { at: 400 });
    expect(await store.playerUnlocks(1, 1)).toEqual([
      { achievementId: 2, promoted: true, softcoreAt: 500, hardcoreAt: null },
      { achievementId: 3, promoted: false, softcoreAt: 400, hardcoreAt: 400 },
    ]);
    expect(await store.playerUnlocks(2, 1)).toEqual([]);
  });

  function record(achievementId: number, facts: { playerId?: number; at?: number; hardcore?: boolean } = {}) {
    return store.recordUnlock({ playerId: 1, achievementId, at: 1_000, hardcore: true, ...facts }, NOW);
  }
});
