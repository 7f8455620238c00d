import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines, openTestStore, sqlite, type TestStore } from '../testing/both-engines.ts';
import { GAME, SYSTEM } from '../testing/records.ts';
import renameGame from '../testing/rename-game.ts';
import { StoreUnavailable } from './engine.ts';
import { databaseFile } from './open.ts';
import { openSqlite } from './sqlite/open.ts';

const NOW = 2_000_000_000;

describeOnBothEngines('a job', (testEngine) => {
  let store: TestStore;

  beforeAll(async () => {
    store = await testEngine.openTestStore();
    await store.importWorld([SYSTEM, GAME], NOW);
  });

  it('is written when it is answered', async () => {
    expect(await store.engine.perform(renameGame, { title: 'kept' })).toBe('now kept');
    expect(await title(store)).toBe('kept');
  });

  it('leaves nothing of what it did when it throws', async () => {
    await store.engine.perform(renameGame, { title: 'before' });
    const failing = store.engine.perform(renameGame, { title: 'lost', wrong: 'throws' });
    await expect(failing).rejects.toThrow('half way');
    expect(await title(store)).toBe('before');
  });
});

describe('jobs on SQLite', () => {
  const engine = sqlite();

  it('take their turns with the writes, each in the order in which it came', async () => {
    const store = await engine.openTestStore();
    await store.importWorld([SYSTEM, GAME], NOW);
    const seen: (string | undefined)[] = [];
    await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(async (name, index) => {
        if (index % 3 !== 2) return store.engine.perform(renameGame, { title: name });
        return store.engine.write(async () => seen.push(await title(store)));
      }),
    );
    expect(seen).toEqual(['b', 'e']);
  });

  it('give up in time when another process writes', async () => {
    const location = await engine.newLocation();
    if (!('data' in location)) throw new Error('not an embedded database');
    const store = await openTestStore(location);
    await store.importWorld([SYSTEM, GAME], NOW);
    const impatient = await openSqlite(databaseFile(location.data), 20);
    await store.engine.write(() =>
      expect(impatient.perform(renameGame, { title: 'in vain' })).rejects.toThrow(StoreUnavailable),
    );
    await impatient.perform(renameGame, { title: 'at last' });
    expect(await title(store)).toBe('at last');
    await impatient.close();
    await store.close();
  });

  it('wait for another process in the order in which they came', async () => {
    const location = await engine.newLocation();
    if (!('data' in location)) throw new Error('not an embedded database');
    const store = await openTestStore(location);
    await store.importWorld([SYSTEM, GAME], NOW);
    const other = await openSqlite(databaseFile(location.data));
    await other.perform(renameGame, { title: 'before' });
    const waiting: Promise<string>[] = [];
    await store.engine.write(async () => {
      waiting.push(other.perform(renameGame, { title: 'first' }));
      // By now it looks every 50 ms; whoever comes anew looks at once, and would be faster.
      await delay(115);
      waiting.push(other.perform(renameGame, { title: 'second' }));
      await delay(5);
    });
    await Promise.all(waiting);
    expect(await title(store)).toBe('second');
    await other.close();
    await store.close();
  });

  it.runIf(process.platform === 'linux')('run on a thread that gives way to this one', async () => {
    const store = await engine.openTestStore();
    await store.importWorld([SYSTEM, GAME], NOW);
    const own = getPriority();
    const before = prioritiesOfThreads();
    await store.engine.perform(renameGame, { title: 'later' });
    expect(prioritiesOfThreads().filter((priority) => priority > own).length).toBeGreaterThan(
      before.filter((priority) => priority > own).length,
    );
    expect(getPriority()).toBe(own);
  });

  it('get another thread when theirs breaks, and what was under way says so', async () => {
    const store = await engine.openTestStore();
    await store.importWorld([SYSTEM, GAME], NOW);
    await store.engine.perform(renameGame, { title: 'before' });
    const together = await Promise.allSettled([
      store.engine.perform(renameGame, { title: 'lost', wrong: 'breaks the thread' }),
      store.engine.perform(renameGame, { title: 'behind it' }),
    ]);
    expect(together).toMatchObject([{ reason: { message: 'broken' } }, { reason: { message: 'broken' } }]);
    expect(await title(store)).toBe('before');
    await store.engine.perform(renameGame, { title: 'after' });
    expect(await title(store)).toBe('after');
  });
});

/** As Linux says them: a higher number gives way to a lower one. */
function prioritiesOfThreads(): number[] {
  const folder = '/proc/self/task';
  return readdirSync(folder).map((thread) => {
    const afterTheName = readFileSync(`${folder}/${thread}/stat`, 'utf8').split(') ').at(-1);
    return Number(afterTheName?.split(' ')[16]);
  });
}

async function title({ engine: { session } }: TestStore): Promise<string | undefined> {
  const [row] = await session.query(session.builder.selectFrom('game').select('title').where('id', '=', 1));
  return row?.title;
}
