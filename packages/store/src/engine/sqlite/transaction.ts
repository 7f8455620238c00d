import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable, type WriteSession } from '../engine.ts';
import type { Connection } from './connection.ts';
import { isBusy } from './errors.ts';

/**
 * Does work in one transaction of a connection that no other work uses meanwhile; nothing of it is left when it throws.
 *
 * @param patience how long it waits for another process that writes, in milliseconds
 * @throws StoreUnavailable when that took longer
 */
export async function transaction<Result>(
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
