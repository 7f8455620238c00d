import { beforeAll, expect, it, vi } from 'vitest';
import { describeOnBothEngines, openTestStore, type TestStore } from '../testing/both-engines.ts';
import { GAME, SYSTEM } from '../testing/records.ts';
import renameGame from '../testing/rename-game.ts';
import type { Session } from './engine.ts';

const NOW = 2_000_000_000;

describeOnBothEngines('a look at the store', (testEngine) => {
  let store: TestStore;
  /** The same database as another process has it. */
  let other: TestStore;

  beforeAll(async () => {
    const location = await testEngine.newLocation();
    store = await openTestStore(location);
    await store.importWorld([SYSTEM, GAME], NOW);
    other = await openTestStore(location);
    return async () => {
      await other.close();
      await store.close();
    };
  });

  const revision = () => store.engine.look(async (_, seen) => seen);

  it('has the same revision as the one before while nothing is written', async () => {
    // On PostgreSQL, a revision is of all its databases, and other tests write to some of them.
    await vi.waitFor(async () => expect(await revision()).toBe(await revision()));
  });

  it('has another revision after each write, by whomever', async () => {
    const revisions = [await revision()];
    const writes = [
      () => store.engine.perform(renameGame, { title: 'by a job' }),
      () => store.engine.write((session) => rename(session, 'by a write')),
      () => other.engine.perform(renameGame, { title: 'by another job' }),
      () => other.engine.write((session) => rename(session, 'by another process')),
    ];
    for (const write of writes) {
      await write();
      revisions.push(await revision());
    }
    expect(new Set(revisions).size).toBe(writes.length + 1);
  });

  it('shares one state with those of the same turn', async () => {
    await store.engine.write((session) => rename(session, 'before'));
    const written = Promise.withResolvers<void>();
    const [first, second] = await Promise.all([
      store.engine.look(async (session, seen) => {
        const title = await titleIn(session);
        await other.engine.write((writer) => rename(writer, 'after'));
        written.resolve();
        return { title, seen };
      }),
      store.engine.look(async (session, seen) => {
        await written.promise;
        return { title: await titleIn(session), seen };
      }),
    ]);
    expect(first.title).toBe('before');
    expect(second).toEqual(first);
    expect(await store.engine.look(titleIn)).toBe('after');
  });

  it('sees the state that its revision names, and nothing that came after', async () => {
    await store.engine.write((session) => rename(session, 'named'));
    const title = await store.engine.look(async (session) => {
      await other.engine.write((writer) => rename(writer, 'later'));
      return titleIn(session);
    });
    expect(title).toBe('named');
  });

  it('fails alone', async () => {
    const [failed, whole] = await Promise.allSettled([
      store.engine.look(async () => {
        throw new Error('half way');
      }),
      store.engine.look(async (session) => (await titleIn(session)) !== undefined),
    ]);
    expect(failed).toMatchObject({ reason: { message: 'half way' } });
    expect(whole).toMatchObject({ value: true });
  });
});

async function titleIn(session: Session): Promise<string | undefined> {
  const [row] = await session.query(session.builder.selectFrom('game').select('title').where('id', '=', 1));
  return row?.title;
}

async function rename(session: Session, title: string): Promise<void> {
  await session.query(session.builder.updateTable('game').set({ title }).where('id', '=', 1));
}
