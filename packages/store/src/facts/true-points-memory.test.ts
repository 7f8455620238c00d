import { expect, it } from 'vitest';
import type { Session } from '../engine/engine.ts';
import { storeOn } from '../store.ts';
import { describeOnBothEngines, type TestStore } from '../testing/both-engines.ts';
import { listening } from '../testing/executed.ts';
import { achievement, SYSTEM, unlock } from '../testing/records.ts';
import { noteChanges } from './changes.ts';
import { TruePointsMemory } from './true-points-memory.ts';

const NOW = 2_000_000_000;
/** So many that one of them is added up by itself when it has changed. */
const GAMES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Second achievements of the first three games, and the only one of a game that Ada has not played. */
const [SECOND, SECOND_OF_TWO, SECOND_OF_THREE, OTHER] = [21, 22, 23, 24];
const OTHER_GAME = { type: 'game', id: 11, systemId: 1, title: 'Other' } as const;
const [ADA, BORIS, CLARA] = [1, 2, 3];

describeOnBothEngines('RetroPoints that are remembered', (engine) => {
  it('are added up again in the games that have changed', async () => {
    const store = await worldOf(engine);
    const ask = asking(store);
    expect(await ask()).toEqual([50, 'all added up']);
    expect(await ask()).toEqual([50, 'nothing added up']);

    await recordUnlocks(store, BORIS, [SECOND]);
    expect(await ask()).toEqual([53, 'some added up']);
    await recordUnlocks(store, BORIS, [OTHER]);
    expect(await ask()).toEqual([53, 'nothing added up']);
    await recordUnlocks(store, ADA, [OTHER]);
    expect(await ask()).toEqual([58, 'some added up']);
    await recordUnlocks(store, CLARA, [SECOND]);
    expect(await ask()).toEqual([61, 'some added up']);
    expect(await ask()).toEqual([61, 'nothing added up']);
  });

  it('are added up anew when many of their games have changed', async () => {
    const store = await worldOf(engine);
    const ask = asking(store);
    await ask();
    await recordUnlocks(store, BORIS, [SECOND, 2, 3]);
    expect(await ask()).toEqual([53, 'all added up']);
    expect(await ask()).toEqual([53, 'nothing added up']);
  });

  it('are forgotten after an import, and after very many changes', async () => {
    const store = await worldOf(engine);
    const ask = asking(store);
    await ask();
    await store.importWorld([achievement(1, { points: 10 })], NOW);
    expect(await ask()).toEqual([55, 'all added up']);

    const changes = Array.from({ length: 900 }, () => ({ player_id: BORIS, game_id: 1 }));
    for (let times = 0; times < 4; times += 1) {
      await store.engine.write((session) => noteChanges(session, changes));
      expect(await ask()).toEqual([55, 'some added up']);
    }
    await store.engine.write((session) => noteChanges(session, changes));
    expect(await ask()).toEqual([55, 'all added up']);
  });

  it('are those of the state that is looked at, also where a later one is looked at meanwhile', async () => {
    const store = await worldOf(engine);
    const memory = new TruePointsMemory();
    const ask = () => store.engine.read((session) => memory.of(session, ADA));
    const meanwhile = async (work: () => Promise<void>) => {
      const earlier = await store.engine.read((session) => memory.of(interrupted(session, work), ADA));
      return [earlier, await ask()];
    };
    const change = async (playerId: number, gameId: number, achievementId: number) => {
      await recordUnlocks(store, playerId, [achievementId]);
      memory.note([{ player_id: playerId, game_id: gameId }]);
    };
    expect(await meanwhile(() => change(BORIS, 1, SECOND))).toEqual([50, 53]);
    await change(CLARA, 1, SECOND);
    expect(await meanwhile(() => change(BORIS, 2, SECOND_OF_TWO))).toEqual([56, 59]);
    await change(CLARA, 2, SECOND_OF_TWO);
    const changeAndAsk = async () => {
      await change(BORIS, 3, SECOND_OF_THREE);
      expect(await ask()).toBe(65);
    };
    expect(await meanwhile(changeAndAsk)).toEqual([62, 65]);
    await change(CLARA, 3, SECOND_OF_THREE);
    expect(await ask()).toBe(68);
  });
});

/** A session that does some work after its first statement. */
function interrupted(session: Session, work: () => Promise<void>): Session {
  let worked: Promise<void> | undefined;
  return {
    ...session,
    all: async (statement, args) => {
      const rows = await session.all(statement, args);
      worked ??= work();
      await worked;
      return rows;
    },
  };
}

/** Ada has everything of all games but the other one, worth 5 each. */
async function worldOf(engine: { openTestStore(): Promise<TestStore> }): Promise<TestStore> {
  const store = await engine.openTestStore();
  await store.importWorld(
    [
      SYSTEM,
      ...GAMES.map((id) => ({ type: 'game', id, systemId: 1, title: `Game ${id}` }) as const),
      OTHER_GAME,
      ...GAMES.map((id) => achievement(id, { gameId: id })),
      achievement(SECOND, { gameId: 1 }),
      achievement(SECOND_OF_TWO, { gameId: 2 }),
      achievement(SECOND_OF_THREE, { gameId: 3 }),
      achievement(OTHER, { gameId: OTHER_GAME.id }),
      ...['Ada', 'Boris', 'Clara'].map((username) => ({ type: 'user', username }) as const),
      ...GAMES.map((id) => unlock('Ada', id, id)),
    ],
    NOW,
  );
  return store;
}

async function recordUnlocks(store: TestStore, playerId: number, achievementIds: readonly number[]) {
  for (const achievementId of achievementIds)
    await store.recordUnlock({ playerId, achievementId, at: NOW - 1, hardcore: true }, NOW);
}

/** Asks one store, which remembers, for Ada's RetroPoints, and says what the database had to do for them. */
function asking(store: TestStore): () => Promise<[number | undefined, string]> {
  const { engine, executed } = listening(store.engine);
  const asked = storeOn(engine);
  return async () => {
    executed.length = 0;
    const profile = await asked.userProfile({ kind: 'username', username: 'Ada' });
    const sum = executed.find(({ sql }) => sql.includes('sum('))?.sql;
    const what = sum === undefined ? 'nothing' : sum.includes('"achievement_id" in (') ? 'some' : 'all';
    return [profile?.pointsTrue, `${what} added up`];
  };
}
