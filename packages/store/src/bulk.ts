import { type Compilable, type Expression, type InsertQueryBuilder, type InsertResult, sql } from 'kysely';
import type { WriteSession } from './engine/engine.ts';
import { valuesLister } from './engine/values-lister.ts';
import type { Schema } from './schema.ts';
import { type Statement, statement } from './statement.ts';

type TableName = keyof Schema & string;
type Insert<Table extends TableName> = InsertQueryBuilder<Schema, Table, InsertResult>;
type Columns<Table extends TableName> = keyof Schema[Table] & string;

/** Writes any number of rows, none of them twice. */
export type BulkWrite<Row> = (session: WriteSession, rows: readonly Row[]) => Promise<void>;

/**
 * Declares an insert of any number of rows of the named columns; `finish` adds what to do on conflict.
 * A statement is prepared once for each number of rows that the engine likes (`WriteSession.insertSizes`).
 *
 * @example
 * const insertSystems = bulkInsert('system', ['id', 'name'], (insert) => insert);
 * await insertSystems(session, [{ id: 1, name: 'Mega Drive' }, { id: 2, name: 'Nintendo 64' }]);
 */
export function bulkInsert<Table extends TableName, Column extends Columns<Table>>(
  table: Table,
  columns: readonly Column[],
  finish: (insert: Insert<Table>) => Compilable<unknown>,
): BulkWrite<Pick<Schema[Table], Column>> {
  const inserts = new Map<number, Statement<readonly unknown[], unknown>>();
  const addValues = valuesLister<Pick<Schema[Table], Column>>(columns);

  return async (session, rows) => {
    const written: Promise<unknown>[] = [];
    let start = 0;
    for (const size of session.insertSizes) {
      for (; start + size <= rows.length; start += size) {
        written.push(session.all(insertOf(size), flatten(rows, start, start + size)));
      }
    }
    // The database does one after the other; PostgreSQL is not waited for in between.
    await Promise.all(written);
  };

  function insertOf(size: number): Statement<readonly unknown[], unknown> {
    const known = inserts.get(size) ?? declareInsertOf(size);
    inserts.set(size, known);
    return known;
  }

  function declareInsertOf(size: number): Statement<readonly unknown[], unknown> {
    return statement<readonly unknown[]>()((db, slot) => {
      const tuples: Expression<unknown>[] = [];
      for (let row = 0; row < size; row += 1) {
        const values = columns.map((_, column) => slot(`${row * columns.length + column}` as never));
        tuples.push(sql`(${sql.join(values)})`);
      }
      // Kysely's types do not follow a table that is a type parameter; the signature has checked the columns.
      const insert = db
        .insertInto(table)
        .columns([...columns] as never)
        .expression(sql`values ${sql.join(tuples)}` as never);
      return finish(insert as never);
    });
  }

  function flatten(rows: readonly Pick<Schema[Table], Column>[], start: number, end: number): unknown[] {
    const values: unknown[] = [];
    for (const row of rows.slice(start, end)) addValues(values, row);
    return values;
  }
}

/** Declares an insert that, for a row whose `key` is there already, sets all its other columns. */
export function bulkUpsert<Table extends TableName, Column extends Columns<Table>>(
  table: Table,
  key: readonly Column[],
  others: readonly Column[],
): BulkWrite<Pick<Schema[Table], Column>> {
  return bulkInsert(table, [...key, ...others], (insert) =>
    insert.onConflict((conflict) =>
      conflict
        .columns([...key] as never)
        .doUpdateSet(Object.fromEntries(others.map((name) => [name, sql.ref(`excluded.${name}`)])) as never),
    ),
  );
}
