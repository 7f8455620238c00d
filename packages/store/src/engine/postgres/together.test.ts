import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listStatement } from '../../list-statement.ts';
import { atMost, statement } from '../../statement.ts';
import { postgres, type TestStore } from '../../testing/both-engines.ts';
import { postgresBuilder } from '../builder.ts';
import type { Session } from '../engine.ts';
import { StatementsTogether } from './together.ts';

/** Names that a list of texts has to quote, escape, or tell from nothing. */
const AWKWARD = ['', 'null', 'NULL', '"', '\\', '{}', '{a,b}', ',', "'", ' ', '\n', 'Ä', '🦊', '$1', 'a'];

const byTitle = statement<{ title: string }>()((db, slot) =>
  db.selectFrom('game').select(['id', 'title']).where('title', '=', slot('title')),
);

const newest = statement<{ systemId: number; before: number; count: number }>()((db, slot) =>
  db
    .selectFrom('game')
    .select(['id', 'title'])
    .where('system_id', '=', slot('systemId'))
    .where('id', '<', slot('before'))
    .where('title', '!=', 'a constant')
    .orderBy('id', 'desc')
    .limit(atMost(slot('count'))),
);

const among = listStatement((db, ids) =>
  db.selectFrom('game').select(['id', 'title']).where('id', 'in', ids),
);

const withIcon = statement<{ icon: string | null }>()((db, slot) =>
  db.selectFrom('game').select('id').where('icon', 'is not distinct from', slot('icon')),
);

const titles = statement<object>()((db) => db.selectFrom('game').select('title').orderBy('id'));

const addPlayers = statement<{ id: number; players: number }>()((db, slot) =>
  db
    .updateTable('game')
    .set((row) => ({ players: row('players', '+', slot('players')) }))
    .where('id', '=', slot('id'))
    .returning(['title', 'players']),
);

describe('statements that several requests run at once, on PostgreSQL', () => {
  const engine = postgres();
  let store: TestStore;

  beforeAll(async () => {
    store = await engine.openTestStore();
    await store.importWorld(
      [
        ...[1, 2].map((id) => ({ type: 'system' as const, id, name: `System ${id}` })),
        ...Array.from({ length: 60 }, (_, index) => ({
          type: 'game' as const,
          id: index + 1,
          systemId: 1 + (index % 2),
          title: AWKWARD[index % AWKWARD.length] || 'nameless',
          ...(index % 3 === 0 && { icon: `/Images/00000${index % 9}.png` }),
        })),
      ],
      0,
    );
  });

  /** What each question gives by itself, and what they give when they are asked at once. */
  async function aloneAndTogether<Question>(
    questions: readonly Question[],
    ask: (session: Session, question: Question) => Promise<unknown>,
  ): Promise<[unknown[], unknown[]]> {
    const alone: unknown[] = [];
    for (const question of questions) {
      alone.push(await store.engine.look((session) => ask(session, question)));
    }
    const asked = questions.map((question) => store.engine.look((session) => ask(session, question)));
    return [alone, await Promise.all(asked)];
  }

  const several = { maxLength: 12 };
  const id = fc.integer({ min: -3, max: 70 });

  it('give each its own rows, of texts of any kind', async () => {
    const title = fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(fc.array(title, several), async (titles) => {
        const usable = titles.filter((text) => !text.includes('\0'));
        const [alone, together] = await aloneAndTogether(usable, (session, text) =>
          session.all(byTitle, { title: text }),
        );
        expect(together).toEqual(alone);
      }),
    );
  });

  it('in their order, up to the limit of each', async () => {
    const question = fc.record({ systemId: fc.integer({ min: 0, max: 3 }), before: id, count: fc.nat(40) });
    await fc.assert(
      fc.asyncProperty(fc.array(question, several), async (questions) => {
        const [alone, together] = await aloneAndTogether(questions, (session, args) =>
          session.all(newest, args),
        );
        expect(together).toEqual(alone);
      }),
    );
  });

  it('about lists of ids, of different lengths', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(id, { maxLength: 9 }), several), async (questions) => {
        const [alone, together] = await aloneAndTogether(questions, async (session, ids) =>
          (await among(session, ids)).map((row) => row.id).sort((a, b) => a - b),
        );
        expect(together).toEqual(alone);
      }),
    );
  });

  it('about long lists, one by one', async () => {
    const ids = Array.from({ length: 2_000 }, (_, index) => index + 1);
    const [alone, together] = await aloneAndTogether([ids, ids.slice(3)], async (session, list) => {
      const rows = await among(session, list);
      return rows.map((row) => row.id).sort((a, b) => a - b);
    });
    expect(together[1]).toEqual(ids.slice(3, 60));
    expect(together).toEqual(alone);
  });

  it('the first row of each, of different statements, one after the other', async () => {
    const [alone, together] = await aloneAndTogether([1, 2, 3, 50, 60, 61], async (session, before) => {
      const game = await session.first(newest, { systemId: 1, before, count: 5 });
      return game && session.first(byTitle, { title: game.title });
    });
    expect(together).toEqual(alone);
  });

  it('one by one where an argument is neither a whole number nor a text', async () => {
    const icons = ['/Images/000003.png', null, '/Images/000006.png', null];
    const [alone, together] = await aloneAndTogether(icons, (session, icon) =>
      session.all(withIcon, { icon }),
    );
    expect(alone[1]).toHaveLength(40);
    expect(together).toEqual(alone);
  });

  it('that have no arguments', async () => {
    const [alone, together] = await aloneAndTogether([1, 2, 3], (session) => session.all(titles, {}));
    expect(alone[0]).toHaveLength(60);
    expect(together).toEqual(alone);
  });

  it('that update a row each, and give what has become of it', async () => {
    const change = fc.record({ id, players: fc.integer({ min: -9, max: 9 }) });
    const changes = fc.uniqueArray(change, { ...several, selector: (one) => one.id });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const undone = list.map((one) => ({ ...one, players: -one.players }));
        const [alone, together] = await store.engine.write(async (session) => {
          const rows = [];
          for (const one of list) rows.push(await session.all(addPlayers, one));
          await session.each(addPlayers, undone);
          return [rows, await session.each(addPlayers, list)];
        });
        expect(together).toEqual(alone);
        await store.engine.write((session) => session.each(addPlayers, undone));
      }),
    );
    const rows = await store.engine.session.query(
      store.engine.session.builder.selectFrom('game').select('players').distinct(),
    );
    expect(rows).toEqual([{ players: 0 }]);
  });

  it('all fail when one of them does, and those that come after do not', async () => {
    const tooLarge = { systemId: 1, before: 1, count: -1 };
    const fine = { systemId: 1, before: 9, count: 1 };
    const asked = [fine, tooLarge].map((args) => store.engine.look((session) => session.all(newest, args)));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await store.engine.look((session) => session.all(newest, fine))).toHaveLength(1);
  });
});

it('go in one statement, whose text does not depend on how many there are', () => {
  const together = new StatementsTogether(postgresBuilder());
  const of = (...titles: string[]) =>
    together.of(
      byTitle,
      titles.map((title) => ({ title })),
    );
  expect(of('a', 'b')?.values).toEqual([['a', 'b']]);
  expect(of('a', 'b', 'c')?.text).toBe(of('a', 'b')?.text);
});

it('look a list of ids up by the index, not one by one', () => {
  const byIds = statement<{ a: number; b: number }>()((db, slot) =>
    db
      .selectFrom('game')
      .select('title')
      .where('id', 'in', [slot('a'), slot('b')]),
  );
  const together = new StatementsTogether(postgresBuilder());
  const runs = [
    { a: 1, b: 2 },
    { a: 3, b: 4 },
  ];
  expect(together.of(byIds, runs)?.text).toContain('"id" = any(array["run".":a", "run".":b"])');
});
