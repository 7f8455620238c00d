import { readFileSync } from 'node:fs';

/** Seconds of processor time that a process has used; NaN where the system does not say (it does on Linux). */
export function processorTime(pid: number): number {
  // After the name in brackets: utime and stime are the 12th and 13th, in hundredths of a second.
  const fields = contents(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return (Number(fields?.[11]) + Number(fields?.[12])) / 100;
}

/** Bytes of memory that a process has had at most (`VmHWM`), or has now (`VmRSS`; `RssAnon` without what it shares with files); NaN where the system does not say. */
export function memory(pid: number, which: 'VmHWM' | 'VmRSS' | 'RssAnon'): number {
  const status = contents(`/proc/${pid}/status`);
  return Number(new RegExp(`${which}:\\s+(\\d+) kB`).exec(status ?? '')?.[1]) * 1024;
}

function contents(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
