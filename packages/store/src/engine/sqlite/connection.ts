import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import type { Compilable } from 'kysely';
import type { Statement, StatementCache } from '../../statement.ts';
import { StoreRefused, type WriteSession } from '../engine.ts';
import { type RowMaker, rowMaker } from '../row-maker.ts';
import { isBusy, isUnusable } from './errors.ts';

/** Each setting of a connection, with its reason. */
const SETTINGS = [
  // Readers do not wait for the writer, nor the writer for readers.
  'journal_mode = WAL',
  // A commit is on the disk before it is acknowledged: it survives a power cut.
  'synchronous = FULL',
  // The catalogue and the accounts refer to what exists.
  'foreign_keys = ON',
  // Never block the event loop on another process; waiting is done asynchronously, in `begin`.
  'busy_timeout = 0',
  // Up to 64 MiB are written to the log before they are copied to their places, all at once: most of what one
  // unlock changes is changed again by the next ones, and is copied once.
  'wal_autocheckpoint = 16000',
] as const;

/** What is set on a connection that keeps so many KiB of pages in memory: the rest of a `pragma` each. */
export function settingsOf(cacheKiB: number): string[] {
  return [...SETTINGS, `cache_size = ${-cacheKiB}`];
}

/**
 * Pages that a connection keeps in memory; the system keeps the file in memory, too. For the one that records, more
 * cost more than they save: after each commit for which a page was divided, SQLite goes through all of them.
 */
export const CACHE_KIB = 16 * 1024;

/** How long opening waits for others, in milliseconds. */
const OPEN_PATIENCE = 10_000;

/** One connection. Everything on it is synchronous; promises are there because PostgreSQL needs them. */
export class Connection implements WriteSession {
  readonly database: DatabaseSync;
  readonly builder;
  // A single row takes the shortest way; very many save more by the statements than that.
  readonly insertSizes = [64, 1];
  readonly #statements: StatementCache;
  readonly #compiled = new Map<string, Compiled>();

  private constructor(database: DatabaseSync, statements: StatementCache, builder: WriteSession['builder']) {
    this.database = database;
    this.#statements = statements;
    this.builder = builder;
  }

  /** @throws StoreRefused when the file cannot be used */
  static async open(
    file: string,
    statements: StatementCache,
    builder: WriteSession['builder'],
    cacheKiB: number,
  ) {
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(file);
      for (const setting of settingsOf(cacheKiB)) {
        await untilFree(() => database?.exec(`pragma ${setting}`));
      }
      return new Connection(database, statements, builder);
    } catch (error) {
      database?.close();
      if (!isUnusable(error)) throw error;
      throw new StoreRefused(
        `${file} cannot be used: ${error.message}. Is it a database of Laurel, with rights to write?`,
      );
    }
  }

  execute(text: string): void {
    this.#compile(text).statement.run();
  }

  /**
   * Changes with every commit of any other connection, of this process or another. As the first statement of a
   * transaction it names the state that the transaction sees; revisions of different connections have nothing in common.
   */
  revision(): string {
    return String(this.#compile('pragma data_version').statement.get());
  }

  async all<Arguments, Row>(declared: Statement<Arguments, Row>, args: Arguments): Promise<Row[]> {
    return this.#rows(declared, args);
  }

  async each<Arguments, Row>(
    declared: Statement<Arguments, Row>,
    list: readonly Arguments[],
  ): Promise<Row[][]> {
    return list.map((args) => this.#rows(declared, args));
  }

  async first<Arguments, Row>(
    declared: Statement<Arguments, Row>,
    args: Arguments,
  ): Promise<Row | undefined> {
    const { sql: text, bind } = this.#statements.prepare(declared);
    const { statement, toRow } = this.#compile(text);
    const row = statement.get(...(bind(args) as SQLInputValue[])) as unknown as SQLOutputValue[] | undefined;
    return row && (toRow(row) as Row);
  }

  async query<Row>(query: Compilable<Row>): Promise<Row[]> {
    const { sql: text, parameters } = query.compile();
    return this.database.prepare(text).all(...(parameters as SQLInputValue[])) as Row[];
  }

  // `begin immediate` holds every other writer off already.
  async shareLedger(): Promise<void> {}
  async ownLedger(): Promise<void> {}
  async ownPlayers(): Promise<void> {}

  #rows<Arguments, Row>(declared: Statement<Arguments, Row>, args: Arguments): Row[] {
    const { sql: text, bind } = this.#statements.prepare(declared);
    const { statement, toRow } = this.#compile(text);
    const rows = statement.all(...(bind(args) as SQLInputValue[])) as unknown as SQLOutputValue[][];
    return rows.map(toRow) as Row[];
  }

  #compile(text: string): Compiled {
    let compiled = this.#compiled.get(text);
    if (compiled === undefined) {
      const statement = this.database.prepare(text);
      statement.setReturnArrays(true);
      compiled = { statement, toRow: rowMaker(statement.columns().map(({ name }) => name)) };
      this.#compiled.set(text, compiled);
    }
    return compiled;
  }
}

/** A statement that gives each row as the list of its values, and what makes an object of one. */
interface Compiled {
  readonly statement: StatementSync;
  readonly toRow: RowMaker;
}

/** Switching to WAL needs the file alone for a moment, and others may be opening it too. */
async function untilFree(action: () => void): Promise<void> {
  const deadline = Date.now() + OPEN_PATIENCE;
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await delay(5);
    }
  }
}
