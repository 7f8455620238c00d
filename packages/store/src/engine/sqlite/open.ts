import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { type Compilable, sql } from 'kysely';
import { type Statement, StatementCache } from '../statement.ts';
import { sqliteBuilder } from './builder.ts';
import {
  type Dialect,
  type Engine,
  type Session,
  StoreRefused,
  StoreUnavailable,
  type WriteSession,
} from './engine.ts';
import type { Job } from './job.ts';
import { gatherLooks } from './looks.ts';
import { type RowMaker, rowMaker } from './row-maker.ts';
import { SqliteJobs } from './sqlite-jobs.ts';

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

/** Pages that the writer keeps in memory, in KiB: an import touches many. */
const WRITER_CACHE = 64 * 1024;
/** The same for each reader; the system keeps the file in memory, too. */
const READER_CACHE = 16 * 1024;

/** How long a writer waits for another process before it gives up, in milliseconds. */
const WRITE_PATIENCE = 10_000;
const SQLITE_BUSY = 5;
/** Read-only, damaged, cannot be opened, not a database. */
const SQLITE_UNUSABLE = new Set([8, 11, 14, 26]);

/**
 * Opens the embedded database, and makes the file and its folder where there are none.
 *
 * @param patience how long a write waits for another process, in milliseconds
 */
export async function openSqlite(file: string, patience: number = WRITE_PATIENCE): Promise<Engine> {
  mkdirSync(dirname(file), { recursive: true });
  const builder = sqliteBuilder();
  const statements = new StatementCache(builder);
  const connect = (cache = READER_CACHE) => Connection.open(file, statements, builder, cache);
  const writer = await connect(WRITER_CACHE);
  const single = await connect();
  const idle: Connection[] = [];
  const jobs = new SqliteJobs({ file, patience });
  let lastWrite: Promise<unknown> = Promise.resolve();
  let lastOfAll = lastWrite;

  async function read<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const connection = idle.pop() ?? (await connect());
    try {
      connection.execute('begin');
      return await work(connection);
    } finally {
      connection.execute('commit');
      idle.push(connection);
    }
  }

  const look = gatherLooks(
    (looks) =>
      read(async (session) => {
        // The transaction sees a state only from its first statement on, which is after this.
        const revision = single.revision();
        await Promise.all(looks.map((work) => work(session, revision)));
      }),
    Number.POSITIVE_INFINITY,
  );

  // SQLite knows one writer at a time: writes of this thread take turns with each other and with the jobs.
  function write<Result>(work: (session: WriteSession) => Promise<Result>): Promise<Result> {
    const result = lastOfAll.then(() => transaction(writer, work, patience));
    lastWrite = result.catch(() => undefined);
    lastOfAll = lastWrite;
    return result;
  }

  // Jobs wait for writes of this thread only: their own thread takes them one after the other.
  function perform<Argument, Result>(job: Job<Argument, Result>, argument: Argument): Promise<Result> {
    const result = lastWrite.then(() => jobs.run(job, argument));
    lastOfAll = Promise.all([lastOfAll, result.catch(() => undefined)]);
    return result;
  }

  return {
    dialect: dialect(single),
    session: single,
    look,
    read,
    write,
    perform,
    backup: async (target) => {
      const part = `${target}.part`;
      // A backup that was broken off left it behind.
      rmSync(part, { force: true });
      // One statement sees one state, however much is written meanwhile.
      single.database.prepare('vacuum into ?').run(part);
      syncToDisk(part);
      renameSync(part, target);
    },
    close: async () => {
      await lastOfAll;
      await jobs.close();
      for (const connection of [writer, single, ...idle]) connection.database.close();
    },
  };
}

function syncToDisk(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

async function transaction<Result>(
  connection: Connection,
  work: (session: WriteSession) => Promise<Result>,
  patience: number,
): Promise<Result> {
  await begin(connection, patience);
  try {
    const result = await work(connection);
    connection.execute('commit');
    return result;
  } catch (error) {
    if (connection.database.isTransaction) connection.execute('rollback');
    throw error;
  }
}

async function begin(connection: Connection, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    try {
      return connection.execute('begin immediate');
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw new StoreUnavailable('Another process is writing to the database.');
      await delay(pause);
    }
  }
}

function isBusy(error: unknown): boolean {
  return codeOf(error) === SQLITE_BUSY;
}

function isUnusable(error: unknown): error is Error {
  return SQLITE_UNUSABLE.has(codeOf(error));
}

/** The primary result code of SQLite, or 0 for another error. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0;
}

/** One connection. Everything on it is synchronous; promises are there because PostgreSQL needs them. */
class Connection implements WriteSession {
  readonly database: DatabaseSync;
  readonly builder;
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
      for (const setting of [...SETTINGS, `cache_size = ${-cacheKiB}`]) {
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

  /** Changes with every commit of any other connection, of this process or another. */
  revision(): string {
    return String(this.#compile('pragma data_version').statement.get());
  }

  async all<Arguments, Row>(declared: Statement<Arguments, Row>, args: Arguments): Promise<Row[]> {
    const { sql: text, bind } = this.#statements.prepare(declared);
    const { statement, toRow } = this.#compile(text);
    const rows = statement.all(...(bind(args) as SQLInputValue[])) as unknown as SQLOutputValue[][];
    return rows.map(toRow) as Row[];
  }

  each<Arguments, Row>(declared: Statement<Arguments, Row>, list: readonly Arguments[]): Promise<Row[][]> {
    return Promise.all(list.map((args) => this.all(declared, args)));
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
  async ownPlayer(): Promise<void> {}

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
  const deadline = Date.now() + WRITE_PATIENCE;
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await delay(5);
    }
  }
}

function dialect(connection: Connection): Dialect {
  return {
    name: 'sqlite',
    // One is being written, and the next one lies ready for the thread that writes.
    parallelWrites: 2,
    clustered: sql`without rowid`,
    wideInteger: sql`integer`,
    text: sql`text`,
    hasTable: async (name) =>
      connection.database
        .prepare("select 1 from sqlite_master where type = 'table' and name = ?")
        .get(name) !== undefined,
    explain: async ({ sql: text, parameters }) => {
      const steps = connection.database.prepare(`explain query plan ${text}`);
      return steps.all(...(parameters as SQLInputValue[])).map((step) => String(step.detail));
    },
  };
}
