import type { UnlockRecord, WorldRecord } from '@laurel/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';
import { unlockList } from '../testing/unlock-list.ts';
import { DEFAULT_UNLOCK_BLOCK_SIZE } from './unlock-blocks.ts';

const NOW = 2_000_000_000;
const BLOCK_SIZE = 2;
const PLAYERS = 24;
const RUNS = 20;
const LARGEST_OFFSET = 2 ** 31 - 1;

const WORLD: readonly WorldRecord[] = [SYSTEM, GAME, achievement(1), ...players(PLAYERS)];

/** Few players and times, so that unlocks tie, and move to earlier places. */
const anUnlock = fc
  .record({
    player: fc.integer({ min: 1, max: PLAYERS }),
    at: fc.integer({ min: 0, max: 20 }),
    hardcore: fc.boolean(),
  })
  .map(({ player, at, hardcore }) => unlock(`Player${player}`, 1, at, hardcore));

const aStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('record'), unlocks: fc.array(anUnlock) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('import'), unlocks: fc.array(anUnlock) }) },
);

describeOnBothEngines('a long unlock list', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore({ unlockBlockSize: BLOCK_SIZE });
  });

  it('is the same from every place in it, however it came about', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1 }), async (steps) => {
        await emptyStore(store.engine);
        await store.importWorld(WORLD, NOW);
        for (const { what, unlocks } of steps) {
          if (what === 'import') await store.importWorld(unlocks, NOW);
          else await Promise.all(unlocks.map((record) => recordAlone(store, record)));
        }
        expect((await store.verify()).differences).toEqual([]);
        const list = await listOf(store, 0, PLAYERS);
        for (let offset = 0; offset <= list.length; offset += 1) {
          expect(await listOf(store, offset, 3)).toEqual(list.slice(offset, offset + 3));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('has blocks once it is long, which are cut as they grow and stay when unlocks move out of them', async () => {
    await emptyStore(store.engine);
    await store.importWorld(WORLD, NOW);
    const blocks: number[] = [];
    for (let player = 1; player <= 10; player += 1) {
      await recordAlone(store, unlock(`Player${player}`, 1, 100 + player, false));
      blocks.push(await countBlocks(store));
    }
    expect(blocks).toEqual([0, 0, 0, 0, 2, 2, 2, 3, 3, 3]);
    for (let player = 9; player > 2; player -= 1) {
      await recordAlone(store, unlock(`Player${player}`, 1, player, true));
    }
    expect((await listOf(store, 1, 500)).map(({ player }) => player.username)).toEqual(
      [2, 1, 9, 8, 7, 6, 5, 4, 3].map((player) => `Player${player}`),
    );
    expect((await store.verify()).differences).toEqual([]);
  });

  it('of a player who is untracked, and tracked again, is cut anew', async () => {
    await emptyStore(store.engine);
    const unlocks = Array.from({ length: 9 }, (_, index) => unlock(`Player${index + 1}`, 1, 50 - index));
    await store.importWorld([...WORLD, ...unlocks], NOW);
    for (const untracked of [true, false]) {
      await store.importWorld([{ type: 'user', username: 'Player4', untracked }], NOW);
      expect((await store.verify()).differences).toEqual([]);
      const expected = untracked ? [1, 2, 3, 5, 6, 7, 8, 9] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
      for (const [offset, player] of expected.entries()) {
        expect(await listOf(store, offset, 1)).toMatchObject([{ player: { username: `Player${player}` } }]);
      }
    }
  });
});

describe('blocks of the usual size', () => {
  describeOnBothEngines('in a list of some thousands', (engine) => {
    it('lead to every place', async () => {
      const store = await engine.openTestStore();
      const count = DEFAULT_UNLOCK_BLOCK_SIZE * 4 + 3;
      const unlocks = Array.from({ length: count }, (_, index) =>
        unlock(`Player${index + 1}`, 1, count - index),
      );
      await store.importWorld([SYSTEM, GAME, achievement(1), ...players(count), ...unlocks], NOW);
      for (let offset = 0; offset < count; offset += 101) {
        expect(await listOf(store, offset, 1)).toMatchObject([
          { player: { username: `Player${offset + 1}` } },
        ]);
      }
      for (const offset of [count, count + 1, LARGEST_OFFSET])
        expect(await listOf(store, offset, 1)).toEqual([]);
      expect((await store.verify()).differences).toEqual([]);
    });

    it('are not asked for where there is no list', async () => {
      const store = await engine.openTestStore();
      expect(await store.achievementUnlocks(1, { offset: LARGEST_OFFSET, count: 1 })).toBeUndefined();
    });
  });
});

function* players(count: number): Generator<WorldRecord> {
  for (let id = 1; id <= count; id += 1) yield { type: 'user', username: `Player${id}`, id };
}

async function recordAlone(store: TestStore, { user, achievementId, at, hardcore }: UnlockRecord) {
  const playerId = Number(user.replace('Player', ''));
  await store.recordUnlock({ playerId, achievementId, at, hardcore }, NOW);
}

async function listOf(store: TestStore, offset: number, count: number) {
  return unlockList(await store.achievementUnlocks(1, { offset, count }));
}

async function countBlocks({ engine: { session } }: TestStore): Promise<number> {
  return (await session.query(session.builder.selectFrom('unlock_block').selectAll())).length;
}
