// The thread that writes the rows of unlocks: a transaction, and a flush to the disk, for each list that it is given.
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '@laurel/store/engine/sqlite/give-way';
import { openBare } from '../measure/bare-sqlite.ts';
import { bareUnlocks } from '../measure/bare-unlocks.ts';
import type { NewUnlock } from '../measure/new-unlocks.ts';

// As Laurel's does.
giveWay();
const { database, write } = openBare(workerData, bareUnlocks);
parentPort?.on('message', (unlocks: readonly NewUnlock[]) => {
  database.exec('begin immediate');
  unlocks.forEach(write);
  database.exec('commit');
  parentPort?.postMessage('written');
});
