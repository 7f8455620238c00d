import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../apps/server/src/testing/laurel.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const BIN = join(ROOT, 'node_modules/.bin');
const run = promisify(execFile);

/** The client as it would be published, and an empty project that has installed it. */
export interface PackedClient extends Disposable {
  readonly tarball: string;
  readonly project: string;
  /** Writes a file of the project. */
  write(file: string, content: string): void;
}

export async function packClient(): Promise<PackedClient> {
  const folder = temporaryFolder();
  const project = join(folder.path, 'project');
  mkdirSync(project);
  const write = (file: string, content: string) => writeFileSync(join(project, file), content);
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--pack-destination', folder.path, '--workspace', '@laurel/client'],
    { cwd: ROOT },
  );
  const [{ filename }] = JSON.parse(stdout);
  const tarball = join(folder.path, filename);
  write('package.json', JSON.stringify({ name: 'project', type: 'module', private: true }));
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project });
  return { tarball, project, write, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** Runs a program in a folder. @returns what it wrote; @throws where it fails, with what it wrote */
export async function runIn(folder: string, program: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(program, args, { cwd: folder }).catch((error) => {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}${error.stderr}`);
  });
  return stdout;
}
