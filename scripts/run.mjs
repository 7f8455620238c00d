// The door to every npm script. It runs on whatever Node the machine has (18 or newer), installs what
// is missing, and then runs the task on the Node that the checkout pins (the npm package `node`).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.laurel-installed');

const tasks = {
  start: [['laurel', 'start']],
  test: [['vitest', 'run']],
  'test:system': [['vitest', 'run', '--config', 'vitest.system.config.ts']],
  check: [
    ['tsc', '-p', '.'],
    ['tsc', '-p', 'apps/web'],
    ['biome', 'check', '--error-on-warnings', '.'],
  ],
  format: [['biome', 'check', '--write', '.']],
  // What is measured is what the install would have built of these sources.
  bench: [
    ['node', 'apps/server/build/build.ts'],
    ['node', 'bench/main.ts'],
  ],
};

const [task = '', ...rest] = process.argv.slice(2);
if (!Object.hasOwn(tasks, task)) fail(`unknown task '${task}': try one of ${Object.keys(tasks).join(', ')}`);

await install();
for (const [index, command] of tasks[task].entries()) {
  const isLast = index === tasks[task].length - 1;
  const [program, ...args] = isLast ? [...command, ...rest] : command;
  await run(join(bin, program), args);
}

async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing what is missing (once; about a minute) …');
  await run('npm', ['ci', '--include=dev', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** Runs one program to its end. Stopping npm stops it: signals are passed on, and so is the end of npm's shell. */
async function run(program, args) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  const shell = process.ppid;
  const watch = setInterval(() => process.ppid !== shell && forward('SIGTERM'), 200);
  const status = await new Promise((resolve) => {
    child.on('error', (error) => fail(`could not run ${program}: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
  clearInterval(watch);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, forward);
  if (status !== 0) process.exit(status);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
