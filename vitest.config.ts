import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'bench/**/*.test.ts',
      'e2e/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    // Those need more than npm: see vitest.system.config.ts.
    exclude: ['**/node_modules/**', '**/*.system.test.ts'],
    globalSetup: ['packages/store/src/testing/postgres-for-tests.ts'],
    execArgv: ['--require', fileURLToPath(new URL('scripts/strip-types.mjs', import.meta.url))],
    // All of the machine: much of the work is done by PostgreSQL and other processes.
    maxWorkers: '100%',
    // Generous: what takes long here is a slow machine, and a test that hangs is stopped all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
