import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const TSC = join(HERE, '../../node_modules/.bin/tsc');

buildInto(process.argv[2] ?? join(HERE, 'dist'));

/** Makes what is published: plain modules, and their declarations. */
function buildInto(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(TSC, ['-p', join(HERE, 'tsconfig.build.json'), '--outDir', folder], { stdio: 'inherit' });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts')) importWhatIsThere(join(folder, file));
  }
}

/** The compiler leaves `.ts` in the imports of declarations, which are the sources' names. */
function importWhatIsThere(file: string): void {
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
}
