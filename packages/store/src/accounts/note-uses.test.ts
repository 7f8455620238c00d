import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeOnBothEngines, postgres, sqlite, type TestStore } from '../testing/both-engines.ts';
import { emptyStore } from '../testing/empty.ts';
import noteUses, { NOTED_EVERY } from './note-uses.ts';

const NOW = 2_000_000_000;

describeOnBothEngines('the last use of keys and sessions', (engine) => {
  let store: TestStore;

  beforeEach(async () => {
    store ??= await engine.openTestStore();
    await emptyStore(store.engine);
    await store.importWorld([{ type: 'user', username: 'Ada', id: 1 }], NOW);
    await store.createAccount({ username: 'Ada', passwordHash: 'hash', admin: false, now: NOW });
    await store.savePlayerKey(1, { hash: 'key', name: 'phone', now: NOW });
    await store.savePlayerKey(1, { hash: 'other key', name: 'tablet', now: NOW - 1 });
    await store.saveSession({ hash: 'session', playerId: 1, now: NOW, expiresAt: NOW + 1_000_000 });
  });

  const note = (at: number) =>
    store.noteUses({ keys: [{ hash: 'key', at }], sessions: [{ hash: 'session', at }] });
  const noted = async () => [
    ...(await store.listPlayerKeys(1)).map(({ lastUsedAt }) => lastUsedAt),
    (await store.findSession('session', NOW))?.lastSeenAt,
  ];

  it('is noted', async () => {
    expect(await noted()).toEqual([null, null, NOW]);
    await note(NOW + NOTED_EVERY + 5);
    expect(await noted()).toEqual([NOW + NOTED_EVERY + 5, null, NOW + NOTED_EVERY + 5]);
  });

  it('is noted again after an hour, and not before', async () => {
    const first = NOW + NOTED_EVERY;
    for (const at of [first, first + NOTED_EVERY - 1, first - 5]) await note(at);
    expect(await noted()).toEqual([first, null, first]);
    await note(first + NOTED_EVERY);
    expect(await noted()).toEqual([first + NOTED_EVERY, null, first + NOTED_EVERY]);
  });

  it('of what is no more is no use', async () => {
    await store.noteUses({ keys: [{ hash: 'gone', at: NOW }], sessions: [{ hash: 'gone', at: NOW }] });
    await store.noteUses({ keys: [], sessions: [] });
    expect(await noted()).toEqual([null, null, NOW]);
  });

  it('may be noted by many at once', async () => {
    const keys = ['key', 'other key'].map((hash) => ({ hash, at: NOW + 9 }));
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        store.noteUses({ keys: n % 2 === 0 ? keys : keys.toReversed(), sessions: [] }),
      ),
    );
    expect(await noted()).toEqual([NOW + 9, NOW + 9, NOW]);
  });
});

describe('a use that need not be noted changes nothing that answers depend on', () => {
  const [onSqlite, onPostgres] = [sqlite(), postgres()];
  const uses = { keys: [{ hash: 'key', at: NOW }], sessions: [] };

  it('in an embedded database', async () => {
    const store = await onSqlite.openTestStore();
    await store.saveApiKey({ hash: 'key', name: 'phone', now: NOW });
    const revision = () => store.look(async (state) => state.revision);
    const before = await revision();
    await store.noteUses(uses);
    const after = await revision();
    expect(after).not.toBe(before);
    await store.noteUses(uses);
    expect(await revision()).toBe(after);
  });

  // The revision is that of the whole PostgreSQL, which other tests write to.
  it('in PostgreSQL, where the transaction does not even get a number', async () => {
    const store = await onPostgres.openTestStore();
    await store.saveApiKey({ hash: 'key', name: 'phone', now: NOW });
    const numberOf = () =>
      store.engine.write(async (session) => {
        await noteUses.run(session, uses);
        const { builder } = session;
        return session.query(
          builder.selectNoFrom(sql<string | null>`pg_current_xact_id_if_assigned()::text`.as('number')),
        );
      });
    expect(await numberOf()).toEqual([{ number: expect.any(String) }]);
    expect(await numberOf()).toEqual([{ number: null }]);
  });
});
