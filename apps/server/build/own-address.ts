import { basename } from 'node:path';
import type { Plugin } from 'rolldown';

/**
 * Lets an entry that says by `import.meta.url` where it is (a job, `Job.module`) say it of the file that is
 * named after it: what is in it may stand in another one, which others need as well.
 *
 * @param entries the files, absolute
 */
export function ownAddress(entries: readonly string[]): Plugin {
  return {
    name: 'own-address',
    transform: (code, id) =>
      entries.includes(id)
        ? code.replaceAll('import.meta.url', `new URL('./${basename(id, '.ts')}.js', import.meta.url).href`)
        : null,
  };
}
