import { constants, getPriority, setPriority } from 'node:os';

/**
 * Has this thread give way to the others: where processors are scarce, whoever reads goes first. A batch of unlocks
 * that waits a moment grows meanwhile, and costs less for each. Linux alone has a priority for each thread.
 *
 * Not the lowest one: beside programs that keep all processors busy, an unlock would take 115 ms, not 15.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    // Who started the server with less has reasons.
    setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // Where that is forbidden, all threads are alike.
  }
}
