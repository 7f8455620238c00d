import { describe, expect, it } from 'vitest';
import { sqliteBuilder } from './engine/builder.ts';
import { type Statement, StatementCache, statement } from './statement.ts';

const cache = new StatementCache(sqliteBuilder());

describe('a statement binds', () => {
  it('its arguments by their names, and what is the same each time, in the order of the text', () => {
    const declared = statement<{ id: number; title: string }>()((db, slot) =>
      db
        .selectFrom('game')
        .select('id')
        .where('icon', '=', 'first')
        .where('title', '=', slot('title'))
        .where('genre', '=', 'second')
        .where('id', '=', slot('id'))
        .where('title', '<>', slot('title')),
    );
    const { bind } = cache.prepare(declared);
    expect(bind({ id: 1, title: 'One' })).toEqual(['first', 'One', 'second', 1, 'One']);
    expect(bind({ title: 'Two', id: 2 })).toEqual(['first', 'Two', 'second', 2, 'Two']);
  });

  it('its arguments by their places in a list', () => {
    const declared: Statement<readonly number[], unknown> = statement<readonly number[]>()((db, slot) =>
      db
        .selectFrom('game')
        .select('id')
        .where('id', 'in', [slot('11' as never), slot('0' as never)]),
    );
    expect(cache.prepare(declared).bind(Array.from({ length: 12 }, (_, place) => place * 10))).toEqual([
      110, 0,
    ]);
  });
});
