import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { LoadResult, NumberedLoad } from './load.ts';
import { keptTo, LOAD_PROCESSOR } from './load-processor.ts';

const WORKER = join(import.meta.dirname, 'autocannon-process.ts');

export async function runAutocannon(load: NumberedLoad): Promise<LoadResult> {
  const [command, ...args] = keptTo(LOAD_PROCESSOR, process.execPath, WORKER);
  const worker = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  worker.stdin.end(JSON.stringify(load));
  const [output, [status]] = await Promise.all([text(worker.stdout), once(worker, 'exit')]);
  if (status !== 0) throw new Error(`autocannon ended with status ${status}`);
  return JSON.parse(output) as LoadResult;
}
