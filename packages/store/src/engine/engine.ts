import type { Compilable, Kysely, RawBuilder } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Statement } from '../statement.ts';
import type { Job } from './job.ts';

/** Builds statements for one engine; it never runs them. */
export type Builder = Kysely<Schema>;

/** Runs statements, within the transaction that it was given for. */
export interface Session {
  readonly builder: Builder;
  /** All rows of a statement that is prepared once. */
  all<Arguments, Row>(statement: Statement<Arguments, Row>, args: Arguments): Promise<Row[]>;
  /**
   * The same for each of these arguments, in their order: on PostgreSQL in one message. Each run of an update has to be
   * of another row: of two for the same one, PostgreSQL would do only one.
   */
  each<Arguments, Row>(statement: Statement<Arguments, Row>, list: readonly Arguments[]): Promise<Row[][]>;
  /** The first row, or undefined where there is none. */
  first<Arguments, Row>(statement: Statement<Arguments, Row>, args: Arguments): Promise<Row | undefined>;
  /** All rows of a statement whose shape depends on the data, built anew for each call. */
  query<Row>(query: Compilable<Row>): Promise<Row[]>;
}

/**
 * A short read of one state of the database.
 *
 * @param revision names the state that the session sees: as long as it is the same, nothing has been committed, by
 *   whatever process. It is of a moment after the read was asked for.
 */
export type Look<Result> = (session: Session, revision: string) => Promise<Result>;

/** A session that writes: what it did is kept together, or not at all. */
export interface WriteSession extends Session {
  /** How many rows one insert brings at best: the first number as long as there are so many, and so on; the last is 1. */
  readonly insertSizes: readonly number[];
  /** Waits until no catalogue change or import is under way, and holds them off until the end. */
  shareLedger(): Promise<void>;
  /** Waits until nobody else writes to the ledger, and holds everybody off until the end. */
  ownLedger(): Promise<void>;
  /** Waits, in this order, until nobody else records for each of these players, and holds them off until the end. */
  ownPlayers(playerIds: readonly number[]): Promise<void>;
}

/** What the same SQL is called on the one engine and the other. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Ends the definition of a table that is kept in the order of its primary key, where that exists. */
  readonly clustered: RawBuilder<unknown>;
  /** A column of whole numbers that may exceed 32 bits. */
  readonly wideInteger: RawBuilder<unknown>;
  /** Text that is compared and sorted by its bytes, the same on both engines. */
  readonly text: RawBuilder<unknown>;
  /**
   * Puts the rows of a table side by side in the order of its primary key, where they do not always lie so. It has the
   * table alone until the end of the transaction.
   *
   * @param key the name of the index of the primary key
   * @throws StoreUnavailable when others hold the table for longer than that waits for
   */
  arrange(session: WriteSession, table: keyof Schema, key: string): Promise<void>;
  hasTable(name: string): Promise<boolean>;
  /** A sentence for each step of the engine's plan for a statement. */
  explain(query: { readonly sql: string; readonly parameters: readonly unknown[] }): Promise<string[]>;
}

/** A database that is open. */
export interface Engine {
  readonly dialect: Dialect;
  /** For single statements that read: each sees what is committed when it starts. */
  readonly session: Session;
  /**
   * A short read. Those that are asked for in the same turn of the event loop share one state, which is looked
   * at after all of them were asked for. `work` awaits nothing but its session.
   */
  look<Result>(work: Look<Result>): Promise<Result>;
  /** A read that may take its time: several statements that see one state of the database. */
  read<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /**
   * One transaction, durable when the promise resolves, rolled back when `work` throws. It may be run again
   * from the start when the engine asks for it, so `work` has no effect outside the session.
   *
   * @throws StoreUnavailable when others hold the database for longer than a client would wait
   */
  write<Result>(work: (session: WriteSession) => Promise<Result>): Promise<Result>;
  /** The same as `write`, on another thread where that spares this one work: reads go on meanwhile. */
  perform<Argument, Result>(job: Job<Argument, Result>, argument: Argument): Promise<Result>;
  /** Copies a consistent state of the database to a new file while it is in use. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot answer now, and may in a moment: the caller should try again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The database cannot be used as it is; the message says what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
