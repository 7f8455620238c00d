import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * What the disk allows: rows a second of a plain ledger of (player, achievement, time), so many of them in each
 * transaction, and each transaction on the disk (one fsync) before the next.
 */
export function bareRowsPerSecond(folder: string, rowsPerTransaction: number, seconds: number): number {
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec('pragma journal_mode = WAL; pragma synchronous = FULL');
  database.exec(
    'create table if not exists bare (player int, achievement int, at int, primary key (player, achievement)) without rowid',
  );
  const first = database.prepare('select coalesce(max(achievement), 0) as last from bare').get();
  const insert = database.prepare('insert into bare values (?, ?, ?)');
  const start = Number(first?.last);
  let rows = 0;
  const begin = performance.now();
  while (performance.now() - begin < seconds * 1000) {
    database.exec('begin immediate');
    for (let row = 0; row < rowsPerTransaction; row += 1) {
      rows += 1;
      insert.run(rows % 10_000, start + rows, rows);
    }
    database.exec('commit');
  }
  const elapsed = (performance.now() - begin) / 1000;
  database.close();
  return rows / elapsed;
}
