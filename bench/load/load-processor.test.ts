import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { keptTo, LOAD_PROCESSOR } from './load-processor.ts';

const PRINT = "console.log(require('node:fs').readFileSync('/proc/self/status', 'utf8'))";

describe('a command', () => {
  it.runIf(LOAD_PROCESSOR !== undefined)('keeps to the processor that is given', () => {
    const [command, ...args] = keptTo(LOAD_PROCESSOR, process.execPath, '--eval', PRINT);
    const status = execFileSync(command, args, { encoding: 'utf8' });
    expect(/^Cpus_allowed_list:\s*(.+)$/m.exec(status)?.[1]).toBe(LOAD_PROCESSOR);
  });

  it('is left as it is where none is given', () => {
    expect(keptTo(undefined, 'wrk', '--threads', '1')).toEqual(['wrk', '--threads', '1']);
  });
});
