import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The processor to which all load keeps, by its number; undefined where the system does not let it be chosen, or has but
 * one. The servers may use all of them.
 *
 * In truth load comes from other machines. Left to itself on this one, Linux wakes whoever waits for an answer on the
 * processor of the thread that sends it: as soon as the other processors have something to do, and at times when they
 * have nothing. Either takes it from the other in the middle of its work, or waits for its slice of time to end.
 */
export const LOAD_PROCESSOR = lastProcessor();

/** A command and its arguments, so that it keeps to a processor, where one is given. */
export function keptTo(
  processor: string | undefined,
  command: string,
  ...args: readonly string[]
): [string, ...string[]] {
  return processor === undefined
    ? [command, ...args]
    : ['taskset', '--cpu-list', processor, command, ...args];
}

function lastProcessor(): string | undefined {
  if (process.platform !== 'linux' || spawnSync('taskset', ['--version']).error !== undefined)
    return undefined;
  const allowed = /^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  const [last, ...others] = (allowed ?? '').split(/[,-]/).reverse();
  return others.length > 0 ? last : undefined;
}
