import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../statement.ts';
import { openStore } from '../store.ts';
import {
  describeOnBothEngines,
  openTestStore,
  postgres,
  sqlite,
  type TestStore,
} from '../testing/both-engines.ts';
import { startRecorder } from '../testing/recorder-process.ts';
import { GAME, SYSTEM } from '../testing/records.ts';
import { sharedWorld, unlocksInTurn } from '../testing/shared-world.ts';
import { type Engine, type Session, StoreRefused, StoreUnavailable, type WriteSession } from './engine.ts';
import { databaseFile } from './open.ts';
import { openPostgres } from './postgres/open.ts';
import { openSqlite } from './sqlite/open.ts';

const NOW = 2_000_000_000;

describeOnBothEngines('a transaction', (testEngine) => {
  let store: TestStore;
  let engine: Engine;

  beforeAll(async () => {
    store = await testEngine.openTestStore();
    engine = store.engine;
    await store.importWorld([SYSTEM, GAME], NOW);
  });

  it('is kept together', async () => {
    await engine.write(async (session) => {
      await rename(session, 'kept');
      expect(await titleIn(session)).toBe('kept');
    });
    expect(await titleIn(engine.session)).toBe('kept');
  });

  it('leaves nothing of what it did when it throws', async () => {
    await rename(engine.session, 'before');
    const failing = engine.write(async (session) => {
      await rename(session, 'lost');
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await titleIn(engine.session)).toBe('before');
    await engine.write((session) => rename(session, 'after'));
    expect(await titleIn(engine.session)).toBe('after');
  });

  it.each([0, 1, 3])('runs a statement for each of %s arguments, in their order', async (count) => {
    const ids = [GAME.id, 4_711, GAME.id].slice(0, count);
    const titles = (session: Session) =>
      session.each(
        titleOf,
        ids.map((id) => ({ id })),
      );
    await rename(engine.session, 'each');
    const expected = [[{ title: 'each' }], [], [{ title: 'each' }]].slice(0, count);
    expect(await titles(engine.session)).toEqual(expected);
    expect(await engine.write(titles)).toEqual(expected);
    expect(await engine.read(titles)).toEqual(expected);
    expect(await engine.look(titles)).toEqual(expected);
  });

  it('shows others nothing before its end', async () => {
    await rename(engine.session, 'before');
    await engine.write(async (session) => {
      await rename(session, 'under way');
      expect(await titleIn(engine.session)).toBe('before');
      expect(await engine.read(titleIn)).toBe('before');
    });
  });

  it('reads one state, whatever is written meanwhile', async () => {
    await rename(engine.session, 'before');
    await engine.read(async (session) => {
      expect(await titleIn(session)).toBe('before');
      await engine.write((writer) => rename(writer, 'after'));
      expect(await titleIn(session)).toBe('before');
    });
    expect(await engine.read(titleIn)).toBe('after');
  });

  it('that reads and throws leaves nothing behind', async () => {
    const failing = engine.read(async () => {
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await engine.read(titleIn)).toBe(await titleIn(engine.session));
  });
});

describe('a write that waits for others', () => {
  const engines = { sqlite: sqlite(), postgres: postgres() };

  it('gives up in time, on SQLite, and works when they are done', async () => {
    const location = await engines.sqlite.newLocation();
    if (!('data' in location)) throw new Error('not an embedded database');
    const store = await openTestStore(location);
    await store.importWorld([SYSTEM, GAME], NOW);
    const impatient = await openSqlite(databaseFile(location.data), 20);
    await store.engine.write(() =>
      expect(impatient.write((session) => rename(session, 'in vain'))).rejects.toThrow(StoreUnavailable),
    );
    await impatient.write((session) => rename(session, 'at last'));
    expect(await titleIn(store.engine.session)).toBe('at last');
    await impatient.close();
    await store.close();
  });

  it('gives up in time, on PostgreSQL, and works when they are done', async () => {
    const store = await engines.postgres.openTestStore();
    if (!('databaseUrl' in store.location)) throw new Error('not a PostgreSQL database');
    await store.importWorld([SYSTEM, GAME], NOW);
    const impatient = await openPostgres(`${store.location.databaseUrl}?options=-c%20lock_timeout%3D20`);
    const owning = async (session: WriteSession) => {
      await session.ownLedger();
      await rename(session, 'at last');
    };
    await store.engine.write(async (session) => {
      await session.ownLedger();
      await expect(impatient.write(owning)).rejects.toThrow(StoreUnavailable);
    });
    await impatient.write(owning);
    expect(await titleIn(store.engine.session)).toBe('at last');
    await impatient.close();
  });

  it('does not wait for a PostgreSQL that is not there', async () => {
    const nowhere = openStore({ databaseUrl: 'postgres://laurel@127.0.0.1:1/laurel' });
    await expect(nowhere).rejects.toThrow(StoreUnavailable);
  });
});

describe('what is no database of Laurel is refused:', () => {
  const engines = { sqlite: sqlite(), postgres: postgres() };

  it('a file of something else', async () => {
    const location = await engines.sqlite.newLocation();
    if (!('data' in location)) throw new Error('not an embedded database');
    await writeFile(
      databaseFile(location.data),
      'Dear diary, today I mastered Sonic the Hedgehog. '.repeat(100),
    );
    await expect(openStore(location)).rejects.toThrow(StoreRefused);
  });

  it('a database that is not on the server', async () => {
    const location = await engines.postgres.newLocation();
    if (!('databaseUrl' in location)) throw new Error('not a PostgreSQL database');
    const elsewhere = openStore({ databaseUrl: `${location.databaseUrl}_of_another_name` });
    await expect(elsewhere).rejects.toThrow(StoreRefused);
  });
});

describe('a backup', () => {
  const engines = { sqlite: sqlite(), postgres: postgres() };

  it('is whole, while other processes write', async () => {
    const players = 50;
    const location = await engines.sqlite.newLocation();
    const data = await engines.sqlite.newLocation();
    if (!('data' in data)) throw new Error('not an embedded database');
    const store = await openTestStore(location);
    await store.importWorld(sharedWorld(players), NOW);
    const unlocks = unlocksInTurn(players);
    const recorder = await startRecorder();
    recorder.record({ location, now: NOW, atOnce: 1 }, unlocks);
    await recorder.started;

    // The second one takes the place of the first.
    for (const _ of ['first', 'second']) {
      const recorded = recorder.acknowledged.length;
      await store.backup(databaseFile(data.data));
      const copy = await openTestStore(data);
      const { unlocks: copied, differences } = await copy.verify();
      expect(differences).toEqual([]);
      expect(copied).toBeGreaterThanOrEqual(recorded);
      expect(await copy.findGame(1)).toMatchObject({ title: 'Game 1' });
      await copy.close();
    }

    await recorder.ended;
    expect(await store.verify()).toMatchObject({ unlocks: unlocks.length, differences: [] });
    await store.close();
  });

  it('is made when an earlier one was broken off', async () => {
    const store = await engines.sqlite.openTestStore();
    const data = await engines.sqlite.newLocation();
    if (!('data' in data)) throw new Error('not an embedded database');
    await writeFile(join(data.data, 'laurel.db.part'), 'the beginning of it');
    await store.backup(databaseFile(data.data));
    const copy = await openTestStore(data);
    expect(await copy.isEmpty()).toBe(true);
    await copy.close();
  });

  it('of PostgreSQL is a matter of its own tools', async () => {
    const store = await engines.postgres.openTestStore();
    await expect(store.backup('anywhere')).rejects.toThrow(
      new StoreRefused('The database is PostgreSQL: back it up with its own tool, pg_dump.'),
    );
  });
});

const titleOf = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('game').select('title').where('id', '=', slot('id')),
);

async function titleIn(session: Session): Promise<string | undefined> {
  const [row] = await session.query(session.builder.selectFrom('game').select('title').where('id', '=', 1));
  return row?.title;
}

async function rename(session: Session, title: string): Promise<void> {
  await session.query(session.builder.updateTable('game').set({ title }).where('id', '=', 1));
}
