import { defineConfig } from 'vitest/config';

/** The tests that need more than npm: Debian's RetroArch and Chromium. `.ci/run` installs them. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.system.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One after another: an emulator and a browser on two cores disturb each other.
    fileParallelism: false,
  },
});
