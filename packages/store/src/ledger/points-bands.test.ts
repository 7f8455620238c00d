import type { WorldRecord } from '@laurel/domain';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';
import { countPlayersAbove } from './points-bands.ts';

const NOW = 2_000_000_000;
const PLAYERS = ['Ada', 'Boris', 'Cyd', 'Ghost'];

/** Points of an achievement: of every width of a band, and around where the bands begin. */
const points = fc.oneof(
  fc.nat({ max: 40 }),
  fc.constantFrom(15, 16, 511, 512, 528, 16_383, 16_384, 16_896),
  fc.nat({ max: 60_000 }),
);
const world = fc.record({
  points: fc.array(points, { minLength: 1, maxLength: 6 }),
  unlocks: fc.array(
    fc.record({
      user: fc.constantFrom(...PLAYERS),
      nth: fc.nat(),
      hardcore: fc.boolean(),
      isImported: fc.boolean(),
    }),
    { maxLength: 20 },
  ),
});

describeOnBothEngines('how many players are above so many points', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
  });

  it('is what a count of all says, after each unlock, import, and change of who is tracked', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ points, unlocks }) => {
        await emptyStore(store.engine);
        await store.importWorld([SYSTEM, GAME, ...achievementsOf(points), ...users(['Ghost'])], NOW);
        for (const { user, nth, hardcore, isImported } of unlocks) {
          const achievementId = 1 + (nth % points.length);
          if (isImported) await store.importWorld([unlock(user, achievementId, 5, hardcore)], NOW);
          else await record(user, achievementId, hardcore);
        }
        await expectRightCounts();
        await store.importWorld(users(['Ada']), NOW);
        await expectRightCounts();
        // What the unlocks are worth is no longer what it was.
        await store.importWorld(achievementsOf(points.toReversed()), NOW);
        await expectRightCounts();
      }),
      { numRuns: 20 },
    );
  });

  function users(untracked: readonly string[]): WorldRecord[] {
    return PLAYERS.map((username) => ({ type: 'user', username, untracked: untracked.includes(username) }));
  }

  function achievementsOf(points: readonly number[]): WorldRecord[] {
    return points.map((worth, index) => achievement(1 + index, { points: worth }));
  }

  async function record(username: string, achievementId: number, hardcore: boolean): Promise<void> {
    const player = await store.findPlayer({ kind: 'username', username });
    await store.recordUnlock({ playerId: player?.id ?? 0, achievementId, at: 6, hardcore }, NOW);
  }

  async function expectRightCounts(): Promise<void> {
    const { session } = store.engine;
    const players = await session.query(
      session.builder.selectFrom('player').select('points_hardcore').where('untracked', '=', 0),
    );
    const own = players.flatMap(({ points_hardcore: has }) => [has - 1, has, has + 1]);
    const asked = [0, 1, 15, 16, 511, 512, 16_383, 16_384, 1_000_000, ...own].filter((from) => from >= 0);
    expect(await countPlayersAbove(session, asked)).toEqual(
      asked.map((from) => players.filter(({ points_hardcore: has }) => has > from).length),
    );
    expect((await store.verify()).differences).toEqual([]);
  }
});
