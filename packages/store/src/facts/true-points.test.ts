import { trueRatio } from '@laurel/domain';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';
import { truePointsByGame, truePointsIn } from './true-points.ts';

const NOW = 2_000_000_000;
const GAMES = [1, 2, 3];
/** Two of each game, but for the last one. */
const ACHIEVEMENTS = [1, 2, 3, 4, 5];
const gameOf = (achievementId: number) => Math.ceil(achievementId / 2);

/** Small, so that much is zero and one; and as much as there may be anywhere. */
const amount = (max: number) => fc.oneof(fc.nat({ max: 3 }), fc.nat({ max }));
const players = amount(10_000_000);
const rarity = fc.record({ points: amount(1_000_000), unlocks: amount(10_000_000) });

describeOnBothEngines('the RetroPoints of a player', (engine) => {
  let store: TestStore;
  let playerId: number;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        ...GAMES.map((id) => ({ type: 'game', id, systemId: 1, title: `${id}` }) as const),
        ...ACHIEVEMENTS.map((id) => achievement(id, { gameId: gameOf(id) })),
        { type: 'user', username: 'Ada' },
        ...ACHIEVEMENTS.map((id) => unlock('Ada', id, id)),
      ],
      NOW,
    );
    playerId = (await store.findPlayer({ kind: 'username', username: 'Ada' }))?.id ?? 0;
  });

  it('are the TrueRatios of what they have, added up by game', async () => {
    const perGame = fc.tuple(players, players, players);
    const perAchievement = fc.tuple(rarity, rarity, rarity, rarity, rarity);
    await fc.assert(
      fc.asyncProperty(perGame, perAchievement, async (playersOf, rarities) => {
        const expected = new Map<number, number>();
        await store.engine.write(async (session) => {
          const { builder } = session;
          for (const [index, players_hardcore] of playersOf.entries()) {
            const game = builder
              .updateTable('game')
              .set({ players_hardcore })
              .where('id', '=', 1 + index);
            await session.query(game);
          }
          for (const [index, { points, unlocks }] of rarities.entries()) {
            const id = 1 + index;
            const counts = { points, unlocks_hardcore: unlocks };
            await session.query(builder.updateTable('achievement').set(counts).where('id', '=', id));
            const worth = trueRatio(points, playersOf[gameOf(id) - 1] ?? 0, unlocks);
            expected.set(gameOf(id), (expected.get(gameOf(id)) ?? 0) + worth);
          }
        });
        const { session } = store.engine;
        expect(await truePointsByGame(session, playerId)).toEqual(expected);
        expect(await truePointsIn(session, playerId, GAMES)).toEqual(expected);
        const ofTwo = new Map([...expected].filter(([id]) => id !== 2));
        expect(await truePointsIn(session, playerId, [3, 1])).toEqual(ofTwo);
      }),
      { numRuns: 100 },
    );
  });

  it('are added up of games with more achievements than one statement is about', async () => {
    const large = await engine.openTestStore();
    const ids = Array.from({ length: 1_500 }, (_, index) => 1 + index);
    await large.importWorld(
      [
        ...[SYSTEM, GAME, ...ids.map((id) => achievement(id))],
        ...[{ type: 'user', username: 'Ada' } as const, ...ids.map((id) => unlock('Ada', id, id))],
      ],
      NOW,
    );
    const { session } = large.engine;
    expect(await truePointsIn(session, 1, [1])).toEqual(new Map([[1, 7_500]]));
    expect(await truePointsByGame(session, 1)).toEqual(new Map([[1, 7_500]]));
  });

  it('are none where they have nothing', async () => {
    const { session } = store.engine;
    expect(await truePointsByGame(session, playerId + 1)).toEqual(new Map());
    expect(await truePointsIn(session, playerId + 1, GAMES)).toEqual(new Map());
    expect(await truePointsIn(session, playerId, [])).toEqual(new Map());
  });
});
