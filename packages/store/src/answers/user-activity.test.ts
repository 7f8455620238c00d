import type { UnlockRecord, WorldRecord } from '@laurel/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlayerIdentifier } from '../players.ts';
import { storeOn } from '../store.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import { listening } from '../testing/executed.ts';
import { achievement, GAME, SYSTEM, unlock } from '../testing/records.ts';
import type { ActiveDay } from './user-activity.ts';

const NOW = 2_000_000_000;
const DAY = 86_400;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const ada: PlayerIdentifier = { kind: 'username', username: 'Ada' };

/** Worlds for the property on each engine; every run of the tests makes new ones. */
const RUNS = 25;
/** More games than are looked through at a time, of three achievements; each fifth is not promoted. */
const GAMES = 100;
const SET = 3;
const isPromoted = (id: number) => id % 5 !== 0;

const catalogue: readonly WorldRecord[] = [
  SYSTEM,
  ...Array.from({ length: GAMES }, (_, index): WorldRecord => {
    return { type: 'game', id: index + 1, systemId: 1, title: `Game ${index + 1}` };
  }),
  ...Array.from({ length: GAMES * SET }, (_, index) => {
    const id = index + 1;
    return achievement(id, { gameId: Math.ceil(id / SET), promoted: isPromoted(id) });
  }),
  { type: 'user', username: 'Ada', id: 1 },
  { type: 'user', username: 'Bob', id: 2 },
];

/** What there is to say, told without the store. */
function expected(unlocks: readonly UnlockRecord[], count: number): ActiveDay[] {
  const days = new Map<number, { achieved: number; achievedHardcore: number }>();
  for (const own of Map.groupBy(unlocks, ({ achievementId }) => achievementId).values()) {
    const hardcore = own.filter((one) => one.hardcore);
    const counting = hardcore.length > 0 ? hardcore : own;
    const date = new Date(Math.min(...counting.map(({ at }) => at)) * 1000).toISOString().slice(0, 10);
    const at = Date.parse(date) / 1000;
    const day = days.get(at) ?? { achieved: 0, achievedHardcore: 0 };
    day.achieved += 1;
    if (hardcore.length > 0) day.achievedHardcore += 1;
    days.set(at, day);
  }
  return [...days]
    .map(([at, day]) => ({ at, ...day }))
    .sort((a, b) => b.at - a.at)
    .slice(0, count);
}

/** Moments of some days, the first and the last second of each among them. */
const time = fc
  .tuple(fc.integer({ min: 10, max: 30 }), fc.oneof(fc.constantFrom(0, 1, DAY - 1), fc.nat({ max: DAY - 1 })))
  .map(([day, second]) => day * DAY + second);
const unlocks = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: GAMES * SET }), time, fc.boolean())
    .map(([id, at, hardcore]) => unlock('Ada', id, at, hardcore)),
  { maxLength: 400, size: 'max' },
);

describeOnBothEngines('the days on which a player was active', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        GAME,
        { type: 'game', id: 2, systemId: 1, title: 'Two' },
        ...[1, 2, 3, 4].map((id) => achievement(id)),
        achievement(5, { gameId: 2 }),
        achievement(6, { gameId: 2, promoted: false }),
        { type: 'user', username: 'Ada', id: 1, ulid: ULID },
        { type: 'user', username: 'Bob', id: 2 },
        { type: 'user', username: 'Cyd', id: 3, untracked: true },
        unlock('Ada', 1, 20 * DAY),
        unlock('Ada', 2, 20 * DAY - 1, false),
        unlock('Ada', 3, 19 * DAY),
        unlock('Ada', 5, 19 * DAY - 1, false),
        // Counted when it was in hardcore, and so only once.
        unlock('Ada', 4, 10 * DAY, false),
        unlock('Ada', 4, 19 * DAY + 5),
        unlock('Ada', 6, 30 * DAY),
        { type: 'award', user: 'Ada', gameId: 2, kind: 'mastered', at: 40 * DAY },
        unlock('Bob', 1, 25 * DAY),
        unlock('Cyd', 5, 26 * DAY + 7),
      ],
      NOW,
    );
  });

  it('are told newest first, with how many promoted achievements they unlocked on each', async () => {
    const days = [
      { at: 20 * DAY, achieved: 1, achievedHardcore: 1 },
      { at: 19 * DAY, achieved: 3, achievedHardcore: 2 },
      { at: 18 * DAY, achieved: 1, achievedHardcore: 0 },
    ];
    expect(await store.userActivity(ada, 100)).toEqual(days);
    expect(await store.userActivity({ kind: 'ulid', ulid: ULID }, 100)).toEqual(days);
    for (const count of [1, 2, 3]) expect(await store.userActivity(ada, count)).toEqual(days.slice(0, count));
  });

  it('are told of who is untracked, too', async () => {
    expect(await store.userActivity({ kind: 'username', username: 'Cyd' }, 100)).toEqual([
      { at: 26 * DAY, achieved: 1, achievedHardcore: 1 },
    ]);
  });

  it('are none of a player who does not exist', async () => {
    expect(await store.userActivity({ kind: 'username', username: 'Nobody' }, 100)).toEqual([]);
  });

  it('are those of a simple count, whatever was unlocked when', async () => {
    const store = await engine.openTestStore();
    await fc.assert(
      fc.asyncProperty(unlocks, async (unlocks) => {
        await emptyStore(store.engine);
        await store.importWorld([...catalogue, ...unlocks, unlock('Bob', 1, 31 * DAY)], NOW);
        const promoted = unlocks.filter(({ achievementId }) => isPromoted(achievementId));
        for (const count of [1, 2, 5, 20, 500])
          expect(await store.userActivity(ada, count)).toEqual(expected(promoted, count));
      }),
      { numRuns: RUNS },
    );
  });

  describe('of whom there are many games', () => {
    let busy: TestStore;
    /** A day on which Ada and Bob played all of them; later, Ada played each on a day of its own. */
    const together = 50 * DAY;
    const lastDay = 200 * DAY;

    beforeAll(async () => {
      busy = await engine.openTestStore();
      await busy.importWorld(
        [
          ...catalogue.map((record) =>
            record.type === 'achievement' ? { ...record, promoted: true } : record,
          ),
          ...Array.from({ length: GAMES }, (_, game) => [
            unlock('Ada', game * SET + 1, lastDay - game * DAY + game),
            unlock('Ada', game * SET + 2, together + game * 60, game % 2 === 0),
          ]).flat(),
          ...Array.from({ length: GAMES }, (_, game) => unlock('Bob', game * SET + 1, together + game * 60)),
        ],
        NOW,
      );
    });

    it('have a day whole on which all of them were played', async () => {
      expect(await busy.userActivity({ kind: 'username', username: 'Bob' }, 1)).toEqual([
        { at: together, achieved: GAMES, achievedHardcore: GAMES },
      ]);
      const days = await busy.userActivity(ada, GAMES + 1);
      expect(days).toHaveLength(GAMES + 1);
      expect(days.at(-1)).toEqual({ at: together, achieved: GAMES, achievedHardcore: GAMES / 2 });
    });

    it.each([1, 31, 32, 33, 64, 99, 100, 101, 500])('are the newest %i', async (count) => {
      const each = Array.from({ length: GAMES }, (_, game) => lastDay - game * DAY);
      const days = await busy.userActivity(ada, count);
      expect(days.map(({ at }) => at)).toEqual([...each, together].slice(0, count));
    });

    it('cost less the fewer are asked for', async () => {
      const { engine: heard, executed } = listening(busy.engine);
      await storeOn(heard).userActivity(ada, 1);
      const few = executed.length;
      await storeOn(heard).userActivity(ada, 500);
      expect(few).toBeLessThan(executed.length - few);
    });
  });
});
