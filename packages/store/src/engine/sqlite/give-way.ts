import { availableParallelism, constants, getPriority, setPriority } from 'node:os';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

/**
 * Has this thread give way to the others: where processors are scarce, whoever reads goes first. A batch of unlocks
 * that waits a moment grows meanwhile, and costs less for each. Linux alone has a priority for each thread.
 *
 * With a single processor, the lowest priority would leave a sixteenth of the unlocks of the one above it while
 * reads come as fast as they can be answered.
 *
 * @param processors how many there are for this process
 */
export function giveWay(processors: number = availableParallelism()): void {
  if (process.platform !== 'linux') return;
  try {
    // Who started the server with less has reasons.
    setPriority(Math.max(getPriority(), processors > 1 ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL));
  } catch {
    // Where that is forbidden, all threads are alike.
  }
}
