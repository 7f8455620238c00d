import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../../', import.meta.url);
const BIOME = fileURLToPath(new URL('node_modules/.bin/biome', ROOT));

/** TypeScript in the format of this repository. */
export function formatted(source: string): string {
  return execFileSync(BIOME, ['format', '--stdin-file-path=packages/client/src/generated.ts'], {
    cwd: fileURLToPath(ROOT),
    input: source,
    encoding: 'utf8',
  });
}
