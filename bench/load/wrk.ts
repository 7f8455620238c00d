import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoadResult, NumberedLoad } from './load.ts';
import { keptTo, LOAD_PROCESSOR } from './load-processor.ts';

const SCRIPT = join(import.meta.dirname, 'wrk.lua');

/** Bytes: each microsecond that an answer took has its place in it. */
const OUTPUT = 2 ** 26;

export async function runWrk(load: NumberedLoad): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  try {
    const paths = join(folder, 'paths');
    writeFileSync(paths, `${load.paths.join('\n')}\n`);
    const [command, ...args] = keptTo(
      LOAD_PROCESSOR,
      'wrk',
      ...['--threads', '1', '--connections', `${load.connections}`, '--duration', `${load.seconds}s`],
      ...Object.entries(load.headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
      ...['--script', SCRIPT, load.address, '--', paths],
      ...(load.order === 'listed' ? [] : [load.order, `${load.turn}`]),
    );
    const { stdout } = await promisify(execFile)(command, args, { maxBuffer: OUTPUT });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as LoadResult;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
