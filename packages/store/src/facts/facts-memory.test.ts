import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../engine/engine.ts';
import { hashOf } from '../hash-of.ts';
import { type Store, storeOn } from '../store.ts';
import { describeOnBothEngines, openTestStore, postgres, type TestStore } from '../testing/both-engines.ts';
import { listening } from '../testing/executed.ts';
import { sharedWorld } from '../testing/shared-world.ts';
import { unlockList } from '../testing/unlock-list.ts';
import { noteChanges } from './changes.ts';
import { isBefore } from './changes-since.ts';
import { FactsMemory } from './facts-memory.ts';

type Looking = Parameters<FactsMemory['players']>[1];

const NOW = 2_000_000_000;
const PLAYERS = 40;
const ACHIEVEMENTS = 32;
const GAMES = 4;
/** How many answers are compared. */
const COMPARED = 300;

const unlock = (playerId: number, achievementId: number) => ({
  playerId,
  achievementId,
  at: NOW - 1000 + playerId,
  hardcore: playerId % 2 === 0,
});
const number = (from: number, below: number) => from + Math.floor(Math.random() * (below - from));

describeOnBothEngines('what a store remembers of players and games', (engine) => {
  it('is what the database says, while another process writes', async () => {
    const location = await engine.newLocation();
    const store = await openTestStore(location);
    const other = await openTestStore(location);
    await store.importWorld(sharedWorld(PLAYERS), NOW);
    for (let id = 1; id <= PLAYERS; id += 1) await store.recordUnlock(unlock(id, 1), NOW);

    let compared = 0;
    let writing = true;
    const writers = [store, other].map(async (writer) => {
      while (writing) await writeSomething(writer);
    });
    const readers = Array.from({ length: 4 }, async () => {
      while (compared < COMPARED) if (await isSameWithoutMemory(store)) compared += 1;
    });
    await Promise.all(readers);
    writing = false;
    await Promise.all(writers);

    await other.close();
    await store.close();
  });

  it('is of the player who is named, also where two names fall on one place', async () => {
    const store = await engine.openTestStore();
    const names = namesOfOnePlace();
    await store.importWorld(
      [...sharedWorld(1), ...names.map((username) => ({ type: 'user', username }) as const)],
      NOW,
    );
    for (const name of [...names, ...names]) {
      for (const username of [name, name.toUpperCase()])
        expect(await store.userProfile({ kind: 'username', username })).toMatchObject({ username: name });
    }
  });

  it('counts who has played a game with every unlock in it, whichever process records or imports it', async () => {
    const location = await engine.newLocation();
    const store = await openTestStore(location);
    const other = await openTestStore(location);
    await store.importWorld(sharedWorld(6), NOW);
    const imported = (id: number) => [{ type: 'unlock', user: `Player${id}`, ...unlock(id, 1) } as const];
    for (const [playerId, write] of [
      [1, () => store.recordUnlock(unlock(1, 1), NOW)],
      [2, () => other.recordUnlock(unlock(2, 1), NOW)],
      [3, () => store.importWorld(imported(3), NOW)],
      [4, () => other.importWorld(imported(4), NOW)],
      [5, () => other.recordUnlock(unlock(5, 1), NOW)],
      [6, () => store.recordUnlock(unlock(6, 1), NOW)],
    ] as const) {
      await write();
      const answer = await store.achievementUnlocks(1, { count: 50, offset: 0 });
      expect(answer?.totalPlayers).toBe(playerId);
      expect(answer).toEqual(await storeOn(store.engine).achievementUnlocks(1, { count: 50, offset: 0 }));
    }
    await other.close();
    await store.close();
  });

  it('is forgotten after an import', async () => {
    const location = await engine.newLocation();
    const store = await openTestStore(location);
    const other = await openTestStore(location);
    await store.importWorld(sharedWorld(1), NOW);
    expect(await titleOfFirstGame(store)).toBeUndefined();
    await store.recordUnlock(unlock(1, 1), NOW);
    expect(await titleOfFirstGame(store)).toBe('Game 1');
    await other.importWorld([{ type: 'game', id: 1, systemId: 1, title: 'Renamed' }], NOW);
    expect(await titleOfFirstGame(store)).toBe('Renamed');
    await other.close();
    await store.close();
  });

  it('is forgotten, too, by whoever has not looked for very many changes', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(sharedWorld(2), NOW);
    await store.recordUnlock(unlock(1, 1), NOW);
    await store.recordUnlock(unlock(2, 1), NOW);
    expect(
      unlockList(await store.achievementUnlocks(1, { count: 1, offset: 0 }))[0]?.player.pointsHardcore,
    ).toBe(5);

    await store.recordUnlock(unlock(2, 2), NOW);
    const nobody = Array.from({ length: 30_000 }, () => ({ player_id: 999, game_id: null }));
    for (const _ of [1, 2]) await store.engine.write((session) => noteChanges(session, nobody));
    expect(await notes(store)).toBe(1);
    expect(
      unlockList(await store.achievementUnlocks(1, { count: 1, offset: 0 }))[0]?.player.pointsHardcore,
    ).toBe(10);
    await store.recordUnlock(unlock(2, 3), NOW);
    expect(
      unlockList(await store.achievementUnlocks(1, { count: 1, offset: 0 }))[0]?.player.pointsHardcore,
    ).toBe(15);
  });
});

describeOnBothEngines('those who look at one state', (engine) => {
  const asked = [1, 2, 3, 4];

  async function afterAnUnlock() {
    const store = await engine.openTestStore();
    await store.importWorld(sharedWorld(asked.length), NOW);
    const memory = new FactsMemory(store.engine.dialect);
    const { engine: listened, executed } = listening(store.engine);
    const look = (ids: readonly number[]) =>
      listened.look((session, revision) =>
        Promise.all(ids.map(async (id) => memory.players([id], { session, revision }))),
      );
    await look(asked);
    await store.recordUnlock(unlock(1, 1), NOW);
    return { store, memory, look, executed };
  }

  it('read together what has changed', async () => {
    const readsOfChanges = async (ids: readonly number[]) => {
      const { look, executed } = await afterAnUnlock();
      executed.length = 0;
      await look(ids);
      return executed.filter(({ sql }) => sql.includes('from "change"')).length;
    };
    const alone = await readsOfChanges([1]);
    expect(alone).toBeGreaterThan(0);
    expect(await readsOfChanges(asked)).toBe(alone);
  });

  it.each<[string, (memory: FactsMemory, looking: Looking) => unknown]>([
    ['an id', (memory, looking) => memory.players([3], looking)],
    ['a name', (memory, looking) => memory.player({ kind: 'username', username: 'Player3' }, looking)],
  ])('know those beside a player who was found by %s', async (_, find) => {
    const store = await engine.openTestStore();
    const ids = Array.from({ length: 12 }, (_, index) => 1 + index);
    await store.importWorld(sharedWorld(ids.length), NOW);
    const memory = new FactsMemory(store.engine.dialect);
    const { engine: listened, executed } = listening(store.engine);
    await listened.look(async (session, revision) => {
      await find(memory, { session, revision });
      executed.length = 0;
      expect((await memory.players(ids, { session, revision })).map(({ id }) => id)).toEqual(ids);
      const named = { kind: 'username', username: 'PLAYER9' } as const;
      expect(await memory.player(named, { session, revision })).toMatchObject({ id: 9 });
      expect(executed).toEqual([]);
    });
  });

  it('try again where that has failed', async () => {
    const { store, memory } = await afterAnUnlock();
    await store.engine.look(async (session, revision) => {
      const lost = Object.assign(Object.create(session) as Session, {
        all: () => Promise.reject(new Error('lost')),
      });
      await expect(memory.players([1], { session: lost, revision })).rejects.toThrow('lost');
      expect(await memory.players([1], { session, revision })).toMatchObject([{ username: 'Player1' }]);
    });
  });
});

describe('a snapshot of PostgreSQL', () => {
  const engine = postgres();

  it('is before those that see more', () => {
    const inOrder = [
      '5:5:',
      '5:6:5',
      '5:8:5,6,7',
      '5:8:5,7',
      '7:8:7',
      '8:8:',
      '8:10:8,9',
      '10:10:',
      '99:100:99',
    ];
    for (const [a, older] of inOrder.entries()) {
      for (const [b, newer] of inOrder.entries())
        expect(isBefore(older, newer), `${older} ${newer}`).toBe(a < b);
    }
  });

  it('is never before one that was taken earlier', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(sharedWorld(4), NOW);
    const snapshot = () => store.look(async ({ revision }) => revision);
    const snapshots = [await snapshot()];
    const writing = Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        store.recordUnlock(unlock(1 + (n % 4), 1 + (n % ACHIEVEMENTS)), NOW),
      ),
    );
    for (let n = 0; n < 60; n += 1) snapshots.push(await snapshot());
    await writing;
    snapshots.push(await snapshot());
    fc.assert(
      fc.property(fc.nat(snapshots.length - 1), fc.nat(snapshots.length - 1), (a, b) => {
        const [earlier = '', later = ''] = [snapshots[Math.min(a, b)], snapshots[Math.max(a, b)]];
        expect(isBefore(later, earlier)).toBe(false);
      }),
    );
    expect(isBefore(snapshots[0] ?? '', snapshots.at(-1) ?? '')).toBe(true);
  });
});

describe('a look of PostgreSQL', () => {
  const engine = postgres();

  it('does without what is remembered where that is of a later state', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(sharedWorld(2), NOW);
    await store.recordUnlock({ ...unlock(1, 1), hardcore: true }, NOW);
    const player = { kind: 'username', username: 'Player1' } as const;
    const profiles = await store.look(async (state) => {
      const before = await state.userProfile(player);
      await store.recordUnlock({ ...unlock(2, 2), hardcore: true }, NOW);
      const later = await store.userProfile(player);
      return [before, later, await state.userProfile(player)];
    });
    expect(profiles.map((profile) => profile?.pointsTrue)).toEqual([5, 8, 5]);
  });

  it('does not say what its answers rest on, nor that others hold, where it is not the latest', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(sharedWorld(2), NOW);
    const restsOn = { named: { kind: 'username', username: 'Player1' } } as const;
    await store.look(async (state) => {
      const before = await state.grounds(restsOn);
      expect(before && (await state.hold(before))).toBe(true);
      await store.recordUnlock(unlock(1, 1), NOW);
      const later = await store.look(async (seen) => {
        expect(before && (await seen.hold(before))).toBe(false);
        return seen.grounds(restsOn);
      });
      expect(later).toBeDefined();
      expect(later && (await state.hold(later))).toBe(false);
      expect(await state.grounds(restsOn)).toBeUndefined();
    });
  });
});

/** Two names whose hashes end in the same 24 bits: more than there are places, whatever their number. */
function namesOfOnePlace(): [string, string] {
  const seen = new Map<number, string>();
  for (let n = 0; ; n += 1) {
    const name = `player${n}`;
    const place = hashOf(name) & (2 ** 24 - 1);
    const other = seen.get(place);
    if (other !== undefined) return [other, name];
    seen.set(place, name);
  }
}

async function writeSomething(store: Store): Promise<unknown> {
  switch (number(0, 12)) {
    case 0:
      return store.importWorld(
        [{ type: 'game', id: number(1, GAMES + 1), systemId: 1, title: `Title ${number(0, 1e6)}` }],
        NOW,
      );
    case 1:
      return store.importWorld(
        [{ type: 'user', username: `PLAYER${number(1, PLAYERS + 1)}`, motto: 'in another spelling' }],
        NOW,
      );
    default:
      return store.recordUnlock(unlock(number(1, PLAYERS + 1), number(1, ACHIEVEMENTS + 1)), NOW);
  }
}

/** Compares an answer with that of a store which has just begun; false where something was written meanwhile. */
async function isSameWithoutMemory(store: TestStore): Promise<boolean> {
  const revision = () => store.look(async (state) => state.revision);
  const before = await revision();
  const ask = askedFor();
  const answer = await ask(store);
  const fresh = await ask(storeOn(store.engine));
  if ((await revision()) !== before) return false;
  expect(answer).toEqual(fresh);
  return true;
}

function askedFor(): (store: Store) => Promise<unknown> {
  const achievementId = number(1, 6);
  const player = { kind: 'username', username: `Player${number(1, PLAYERS + 1)}` } as const;
  switch (number(0, 5)) {
    case 0:
      return (store) => store.topPlayers();
    case 1:
      return (store) => store.userProfile(player);
    case 2:
      return (store) => store.userCompletionProgress(player, { count: 100, offset: 0 });
    case 3:
      return (store) => store.userProgress(player, [1, 2, 3]);
    default:
      return (store) => store.achievementUnlocks(achievementId, { count: 100, offset: 0 });
  }
}

async function titleOfFirstGame(store: Store): Promise<string | undefined> {
  const player = { kind: 'username', username: 'Player1' } as const;
  return (await store.userCompletionProgress(player, { count: 1, offset: 0 })).games[0]?.game.title;
}

async function notes({ engine: { session } }: TestStore): Promise<number> {
  return (await session.query(session.builder.selectFrom('change').select('id'))).length;
}
