import type { WorldRecord } from '@laurel/domain';
import { expect, it } from 'vitest';
import { openStore } from '../store.ts';
import { describeOnBothEngines } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM } from '../testing/records.ts';
import type { RecordOutcome } from './record-unlock.ts';

const NOW = 2_000_000_000;
const PLAYERS = 20;

const WORLD: readonly WorldRecord[] = [
  SYSTEM,
  GAME,
  ...Array.from({ length: 6 }, (_, index) => achievement(index + 1)),
  ...Array.from({ length: PLAYERS }, (_, index): WorldRecord => {
    return { type: 'user', username: `Player${index}`, id: index + 1 };
  }),
];

const unlock = (playerId: number, achievementId = 1) => ({
  playerId,
  achievementId,
  at: NOW,
  hardcore: true,
});

describeOnBothEngines('unlocks that are handed in together', (engine) => {
  it('are each answered, several of one player one after another', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
    const handedIn: Promise<RecordOutcome>[] = [];
    for (let achievementId = 1; achievementId <= 6; achievementId += 1) {
      for (let player = 1; player <= PLAYERS; player += 1) {
        handedIn.push(store.recordUnlock(unlock(player, achievementId), NOW));
      }
    }
    const outcomes = await Promise.all(handedIn);
    expect(outcomes.every(({ kind }) => kind === 'recorded')).toBe(true);
    const remaining = outcomes.map((outcome) => ('remaining' in outcome ? outcome.remaining : -1));
    const ofOnePlayer = remaining.filter((_, index) => index % PLAYERS === 0);
    expect(ofOnePlayer.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await store.verify()).toMatchObject({ unlocks: PLAYERS * 6, found: 0 });
  });

  it('do not suffer when one of them fails', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
    const handedIn = [unlock(1), unlock(999), unlock(2), unlock(3, 999), unlock(4)];
    const settled = await Promise.allSettled(handedIn.map((request) => store.recordUnlock(request, NOW)));
    expect(settled).toMatchObject([
      { value: { kind: 'recorded' } },
      { reason: { message: 'There is no player 999' } },
      { value: { kind: 'recorded' } },
      { value: { kind: 'unknown-achievement' } },
      { value: { kind: 'recorded' } },
    ]);
    expect(await store.verify()).toMatchObject({ unlocks: 3, found: 0 });
  });

  it('are never left waiting, at whatever moment they come', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(WORLD, NOW);
    // Each comes some steps after the one before was answered: while its writer ends, and after.
    for (let player = 1; player <= PLAYERS; player += 1) {
      await store.recordUnlock(unlock(player), NOW);
      for (let step = 0; step < player; step += 1) await Promise.resolve();
    }
    expect(await store.verify()).toMatchObject({ unlocks: PLAYERS, found: 0 });
  });

  it('are written before the store closes', async () => {
    const location = await engine.newLocation();
    const store = await openStore(location);
    await store.importWorld(WORLD, NOW);
    const handedIn = Array.from({ length: PLAYERS }, (_, index) =>
      store.recordUnlock(unlock(index + 1), NOW),
    );
    await store.close();
    expect((await Promise.all(handedIn)).every(({ kind }) => kind === 'recorded')).toBe(true);

    const again = await openStore(location);
    expect(await again.verify()).toMatchObject({ unlocks: PLAYERS, found: 0 });
    await again.close();
  });
});
