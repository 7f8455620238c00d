import type { ColumnDefinitionBuilder } from 'kysely';
import type { Dialect, WriteSession } from '../engine/engine.ts';

/** One step from one version of the tables to the next. Steps are never changed once released, only added. */
export interface Migration {
  /** What the step brings, for people. */
  readonly name: string;
  up(session: WriteSession, dialect: Dialect): Promise<void>;
}

/** A column that must have a value. */
export const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** A column that counts from 0. */
export const counter = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.notNull().defaultTo(0);

/** A column that refers to the `id` of another table. */
export const references =
  (table: string) =>
  (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    column.notNull().references(`${table}.id`);
