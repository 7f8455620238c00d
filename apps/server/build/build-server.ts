import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { listedHandlers } from './listed-handlers.ts';
import { ownAddress } from './own-address.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** What a thread loads by its address. */
const LOADED_BY_ADDRESS = [
  'packages/store/src/engine/sqlite/write-thread.ts',
  'packages/store/src/ledger/record-together.ts',
  'packages/store/src/accounts/note-uses.ts',
].map((file) => join(ROOT, file));

/**
 * Writes the server and the packages that it needs into a few files, `main.js` among them. Node reads them in
 * half the time that it takes for a thousand, and in less memory.
 *
 * @param dir what it is to be in, below the `node_modules` of this checkout or beside it; what is there goes
 */
export async function buildServer(dir: string): Promise<void> {
  const bundle = await rolldown({
    platform: 'node',
    input: {
      main: join(ROOT, 'apps/server/src/main.ts'),
      ...Object.fromEntries(LOADED_BY_ADDRESS.map((file) => [basename(file, '.ts'), file])),
    },
    // Machine code; and what the driver of PostgreSQL can do without.
    external: [/^@node-rs\//, 'pg-native'],
    plugins: [listedHandlers, ownAddress(LOADED_BY_ADDRESS)],
  });
  rmSync(dir, { recursive: true, force: true });
  // All in one folder: a thread is looked for beside the file that starts it.
  await bundle.write({ dir, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
}
