import { setImmediate } from 'node:timers/promises';
import { WorldModel } from '@laurel/domain/testing/world-model';
import { describe, expect, it } from 'vitest';
import { openStore, type StoreOptions } from '../store.ts';
import { answersOf, modelAnswersOf, questionsAbout } from '../testing/answers.ts';
import { describeOnBothEngines, openTestStore, type TestStore } from '../testing/both-engines.ts';
import { type NumberedUnlock, type Recorder, startRecorder } from '../testing/recorder-process.ts';
import { asRecord, sharedWorld, unlocksInTurn } from '../testing/shared-world.ts';

const NOW = 2_000_000_000;
const PLAYERS = 6;
const PROCESSES = 3;
const WORLD = [...sharedWorld(PLAYERS)];
const UNLOCKS = unlocksInTurn(PLAYERS);
/** The same ones a while before, every other one in the other mode: with them, most unlocks move in their list. */
const EARLIER = UNLOCKS.map((unlock) => {
  const { number, at, hardcore } = unlock;
  return { ...unlock, at: at - 50, hardcore: number % 2 === 0 ? hardcore : !hardcore };
});
/** Every unlock list has several blocks. */
const OPTIONS: StoreOptions = { unlockBlockSize: 1 };

describeOnBothEngines('writers at once', (engine) => {
  describe('in several processes, several unlocks under way in each', () => {
    it.each([
      ['the same unlocks', () => UNLOCKS],
      ['unlocks of the same achievements by different players', ofEveryNthPlayer],
      ['different unlocks of the same players', everyNth],
    ])('lose nothing and count nothing twice: %s', async (_, shareOf) => {
      const store = await engine.openTestStore(OPTIONS);
      await store.importWorld(WORLD, NOW);
      const recorders = await startRecorders();
      recorders.forEach((recorder, index) => {
        recorder.record({ location: store.location, options: OPTIONS, now: NOW, atOnce: 4 }, shareOf(index));
      });
      await Promise.all(recorders.map((recorder) => recorder.ended));
      await expectAllRecorded(store);
    });
  });

  it('lose nothing where unlocks move, while others come to the same lists', async () => {
    const store = await engine.openTestStore(OPTIONS);
    await store.importWorld(WORLD, NOW);
    const recorders = await startRecorders();
    recorders.forEach((recorder, index) => {
      const share = everyNth(index).flatMap((unlock) => {
        const other = EARLIER[(unlock.number * 7) % EARLIER.length];
        return other === undefined ? [unlock] : [unlock, other];
      });
      recorder.record({ location: store.location, options: OPTIONS, now: NOW, atOnce: 4 }, share);
    });
    await Promise.all(recorders.map((recorder) => recorder.ended));
    await expectAllRecorded(store, EARLIER);
  });

  it('lose nothing while others import', async () => {
    const store = await engine.openTestStore(OPTIONS);
    await store.importWorld(WORLD, NOW);
    const recorders = await startRecorders();
    recorders.forEach((recorder, index) => {
      recorder.record({ location: store.location, options: OPTIONS, now: NOW, atOnce: 2 }, everyNth(index));
    });
    // Players who come and go, and unlocks that are recorded elsewhere at the same time.
    const underWay = Promise.all(recorders.map((recorder) => recorder.ended));
    for (const unlock of UNLOCKS.filter(({ number }) => number % 7 === 0)) {
      const record = asRecord(unlock);
      const user = { type: 'user', username: record.user, untracked: unlock.number % 2 === 0 } as const;
      await store.importWorld([user, record], NOW);
    }
    await underWay;
    await store.importWorld(
      WORLD.flatMap((record) => (record.type === 'user' ? [{ ...record, untracked: false }] : [])),
      NOW,
    );
    await expectAllRecorded(store);
  });

  it('on many connections of one process lose nothing', async () => {
    const store = await engine.openTestStore(OPTIONS);
    await store.importWorld(WORLD, NOW);
    await Promise.all([...UNLOCKS, ...UNLOCKS].map((unlock) => store.recordUnlock(unlock, NOW)));
    await expectAllRecorded(store);
  });

  it('may find an empty database at the same time: one makes the tables', async () => {
    const location = await engine.newLocation();
    const recorders = await startRecorders();
    for (const recorder of recorders)
      recorder.record({ location, options: OPTIONS, now: NOW, atOnce: 1 }, []);
    const stores = await Promise.all([openStore(location), openStore(location)]);
    await Promise.all(recorders.map((recorder) => recorder.ended));
    const [one, other] = stores;
    await one?.importWorld(WORLD, NOW);
    expect(await other?.findGame(1)).toMatchObject({ title: 'Game 1', promotedCount: 8 });
    for (const store of stores) await store.close();
  });

  it('see each other: a reader finds one state of the ledger, whatever is written meanwhile', async () => {
    const store = await engine.openTestStore(OPTIONS);
    await store.importWorld(WORLD, NOW);
    const reader = await openTestStore(store.location, OPTIONS);
    let done = false;
    const writing = Promise.all(UNLOCKS.map((unlock) => store.recordUnlock(unlock, NOW))).then(() => {
      done = true;
    });
    while (!done) {
      expect((await reader.verify()).differences).toEqual([]);
      await setImmediate();
    }
    await writing;
    expect((await reader.verify()).unlocks).toBe(UNLOCKS.length);
    await reader.close();
  });
});

function startRecorders(): Promise<Recorder[]> {
  return Promise.all(Array.from({ length: PROCESSES }, startRecorder));
}

function ofEveryNthPlayer(process: number): NumberedUnlock[] {
  return UNLOCKS.filter(({ playerId }) => playerId % PROCESSES === process);
}

function everyNth(process: number): NumberedUnlock[] {
  return UNLOCKS.filter(({ number }) => number % PROCESSES === process);
}

/** Each unlock is there, once, and everything that follows from it and from the others. */
async function expectAllRecorded(store: TestStore, others: readonly NumberedUnlock[] = []): Promise<void> {
  expect(await store.verify()).toMatchObject({ unlocks: UNLOCKS.length, differences: [] });
  const model = new WorldModel();
  for (const record of WORLD) model.apply(record);
  for (const unlock of [...UNLOCKS, ...others]) model.apply(asRecord(unlock));
  model.endImport();
  const questions = questionsAbout(WORLD);
  expect(await answersOf(store, questions)).toEqual(await modelAnswersOf(model, questions));
}
