import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { boundsOf } from './goals/bounds.ts';
import { isReached } from './goals/goal.ts';
import { measure } from './measure/measure.ts';
import { type Options, readOptions, sizesOf, USAGE } from './options.ts';
import { complaint, goalTable } from './report/goals.ts';
import { report } from './report/report.ts';
import type { Results } from './results.ts';
import { startPostgresWith } from './servers/postgres.ts';
import { Worlds } from './worlds.ts';

const options = optionsOrExit();
const worlds = new Worlds(options.cache);
const postgres =
  options.engine === 'postgres' ? await startPostgresWith(worlds, sizesOf(options)) : undefined;
try {
  const results = await measure(options, worlds, postgres?.address);
  mkdirSync(dirname(options.output), { recursive: true });
  writeFileSync(options.output, `${JSON.stringify(results, null, 2)}\n`);
  if (options.check) check(results);
  else console.log(report(results));
} finally {
  await postgres?.stop();
}

/** Says which bounds hold, and ends with status 1 where one does not. */
function check(results: Results): void {
  const bounds = boundsOf(results);
  console.log(goalTable(bounds));
  const broken = bounds.filter((bound) => !isReached(bound));
  for (const bound of broken) console.error(`Slower than it may be: ${complaint(bound)}`);
  if (broken.length > 0) process.exitCode = 1;
}

function optionsOrExit(): Options {
  try {
    const read = readOptions(process.argv.slice(2));
    if (read !== undefined) return read;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(1);
  }
}
