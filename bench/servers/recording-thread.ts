// The thread that writes the rows of unlocks: a transaction, and a flush to the disk, for each list that it is given.
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openBare } from '../measure/bare-sqlite.ts';
import { bareUnlocks } from '../measure/bare-unlocks.ts';
import type { NewUnlock } from '../measure/new-unlocks.ts';

// It gives way to the thread that answers, as Laurel's does.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const { database, write } = openBare(workerData, bareUnlocks);
parentPort?.on('message', (unlocks: readonly NewUnlock[]) => {
  database.exec('begin immediate');
  unlocks.forEach(write);
  database.exec('commit');
  parentPort?.postMessage('written');
});
