import { defineConfig } from 'vitest/config';

/** The tests that need more than npm: Debian's RetroArch and Chromium. `.ci/run` installs them. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.system.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Two files at a time: on two cores that takes four fifths of the time of one after the other.
    maxWorkers: 2,
  },
});
