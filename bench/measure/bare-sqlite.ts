import { DatabaseSync } from 'node:sqlite';
import { CACHE_KIB, settingsOf } from '@laurel/store/engine/sqlite/connection';

/** What bare SQLite did in one turn, in this process. */
export interface BareTurn {
  readonly requests: number;
  readonly seconds: number;
  /** Seconds of processor time. */
  readonly processor: number;
}

/** A database, and what makes one write to it. */
export interface Bare<Write = () => void> {
  readonly database: DatabaseSync;
  readonly write: Write;
}

/** Opens a database as the thread does that records: each transaction is on the disk (one fsync) before the next. */
export function openBare<Write>(file: string, writer: (database: DatabaseSync) => Write): Bare<Write> {
  const database = new DatabaseSync(file);
  for (const setting of settingsOf(CACHE_KIB)) database.exec(`pragma ${setting}`);
  return { database, write: writer(database) };
}

/** Makes one transaction after the other, of so many writes each, for so long. */
export function runBare({ database, write }: Bare, writesPerTransaction: number, seconds: number): BareTurn {
  const [began, processor] = [performance.now(), process.cpuUsage()];
  let writes = 0;
  while (performance.now() - began < seconds * 1000) {
    database.exec('begin immediate');
    for (let each = 0; each < writesPerTransaction; each += 1) write();
    database.exec('commit');
    writes += writesPerTransaction;
  }
  const { user, system } = process.cpuUsage(processor);
  return {
    requests: writes,
    seconds: (performance.now() - began) / 1000,
    processor: (user + system) / 1e6,
  };
}

/** A plain ledger of (player, achievement, time), empty at first; a write is a row. */
export function bareTable(database: DatabaseSync): () => void {
  database.exec(
    'create table bare (player int, achievement int, at int, primary key (player, achievement)) without rowid',
  );
  const insert = database.prepare('insert into bare values (?, ?, ?)');
  let rows = 0;
  return () => {
    rows += 1;
    insert.run(rows % 10_000, rows, rows);
  };
}
