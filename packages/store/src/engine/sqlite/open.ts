import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import { sql } from 'kysely';
import { StatementCache } from '../../statement.ts';
import { sqliteBuilder } from '../builder.ts';
import type { Dialect, Engine, Session, WriteSession } from '../engine.ts';
import type { Job } from '../job.ts';
import { gatherLooks } from '../looks.ts';
import { CACHE_KIB, Connection } from './connection.ts';
import { SqliteJobs } from './jobs.ts';
import { transaction } from './transaction.ts';

/** Pages that a connection keeps which imports: it touches many. */
const IMPORT_CACHE_KIB = 64 * 1024;

/** Looks have a connection of their own, whose revisions can be compared; no statement on it waits for anything. */
const ONE_AFTER_THE_OTHER = 1;

/** How long a writer waits for another process before it gives up, in milliseconds. */
const WRITE_PATIENCE = 10_000;

/**
 * Opens the embedded database, and makes the file and its folder where there are none.
 *
 * @param patience how long a write waits for another process, in milliseconds
 */
export async function openSqlite(file: string, patience: number = WRITE_PATIENCE): Promise<Engine> {
  mkdirSync(dirname(file), { recursive: true });
  const builder = sqliteBuilder();
  const statements = new StatementCache(builder);
  const connect = (cache = CACHE_KIB) => Connection.open(file, statements, builder, cache);
  const writer = await connect(IMPORT_CACHE_KIB);
  const single = await connect();
  const looker = await connect();
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

  const look = gatherLooks(async (looks) => {
    looker.execute('begin');
    try {
      // The first statement of the transaction: it sees the state that this names, and no other.
      const revision = looker.revision();
      await Promise.all(looks.map((work) => work(looker, revision)));
    } finally {
      looker.execute('commit');
    }
  }, ONE_AFTER_THE_OTHER);

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
      for (const connection of [writer, single, looker, ...idle]) connection.database.close();
    },
  };
}

function syncToDisk(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function dialect(connection: Connection): Dialect {
  return {
    name: 'sqlite',
    clustered: sql`without rowid`,
    wideInteger: sql`integer`,
    text: sql`text`,
    arrange: async () => {},
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
