import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines, type TestStore } from './testing/both-engines.ts';
import { achievement, GAME, SYSTEM, unlock } from './testing/records.ts';

const NOW = 2_000_000_000;
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describeOnBothEngines('a player', (engine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        SYSTEM,
        GAME,
        achievement(1),
        achievement(2),
        { type: 'user', username: 'MaxMilyin', id: 7, ulid: ULID },
        { type: 'user', username: 'Max', id: 8 },
        unlock('maxmilyin', 1, 5),
        unlock('MAXMILYIN', 2, 5, false),
      ],
      NOW,
    );
  });

  it.each([
    { kind: 'username', username: 'MaxMilyin' },
    { kind: 'username', username: 'mAXmILYIN' },
    { kind: 'ulid', ulid: ULID },
    { kind: 'id', id: 7 },
  ] as const)('is found by %o', async (identifier) => {
    expect(await store.findPlayer(identifier)).toEqual({
      id: 7,
      username: 'MaxMilyin',
      ulid: ULID,
      pointsHardcore: 5,
      pointsSoftcore: 5,
      gamesListed: 1,
    });
  });

  it.each([
    { kind: 'username', username: 'MaxMily' },
    { kind: 'username', username: '%' },
    { kind: 'ulid', ulid: '01BX5ZZKBKACTAV9WEVGEMMVRZ' },
    { kind: 'id', id: 9 },
  ] as const)('is not found by %o', async (identifier) => {
    expect(await store.findPlayer(identifier)).toBeUndefined();
  });

  it('has a ULID of the time of joining when none is given', async () => {
    const joinedAt = 1_469_918_176;
    await store.importWorld([{ type: 'user', username: 'Joined', joinedAt }], NOW);
    const player = await store.findPlayer({ kind: 'username', username: 'joined' });
    // The first 10 characters of a ULID are its time.
    expect(player?.ulid).toMatch(/^01ARYZ6RR0/);
  });

  it('is what makes a store be in use', async () => {
    const empty = await engine.openTestStore();
    expect(await empty.isEmpty()).toBe(true);
    await empty.createAccount({ username: 'Ada', passwordHash: 'hash', admin: true, now: NOW });
    expect(await empty.isEmpty()).toBe(false);
    expect(await store.isEmpty()).toBe(false);
  });
});
