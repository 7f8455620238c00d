import { trueRatio } from '@laurel/domain';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, SYSTEM, unlock } from '../testing/records.ts';
import { truePoints } from './true-points.ts';

const NOW = 2_000_000_000;
/** In as many games as there are achievements at most. */
const IDS = [1, 2, 3, 4, 5];

/** Small, so that much is zero and one; and as much as there may be anywhere. */
const amount = (max: number) => fc.oneof(fc.nat({ max: 3 }), fc.nat({ max }));
const rarity = fc.record({
  points: amount(1_000_000),
  players: amount(10_000_000),
  unlocks: amount(10_000_000),
});

describeOnBothEngines('the RetroPoints of a player', (engine) => {
  let store: TestStore;
  let playerId: number;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        ...IDS.map((id) => ({ type: 'game', id, systemId: 1, title: `${id}` }) as const),
        ...IDS.map((id) => achievement(id, { gameId: id })),
        { type: 'user', username: 'Ada' },
        ...IDS.map((id) => unlock('Ada', id, id)),
      ],
      NOW,
    );
    playerId = (await store.findPlayer({ kind: 'username', username: 'Ada' }))?.id ?? 0;
  });

  it('are the TrueRatios of what they have, added up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(rarity, rarity, rarity, rarity, rarity), async (rarities) => {
        await store.engine.write(async (session) => {
          for (const [index, { points, players, unlocks }] of rarities.entries()) {
            const id = 1 + index;
            const { builder } = session;
            await session.query(
              builder.updateTable('game').set({ players_hardcore: players }).where('id', '=', id),
            );
            await session.query(
              builder
                .updateTable('achievement')
                .set({ points, unlocks_hardcore: unlocks })
                .where('id', '=', id),
            );
          }
        });
        const worths = rarities.map(({ points, players, unlocks }) => trueRatio(points, players, unlocks));
        expect(await truePoints(store.engine.session, playerId)).toBe(worths.reduce((sum, one) => sum + one));
      }),
      { numRuns: 100 },
    );
  });

  it('are none where they have nothing', async () => {
    expect(await truePoints(store.engine.session, playerId + 1)).toBe(0);
  });
});
