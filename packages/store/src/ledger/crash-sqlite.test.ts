import { describe, expect, it } from 'vitest';
import { sqlite } from '../testing/both-engines.ts';
import { crashWriters } from '../testing/crashes.ts';

const ROUNDS = 50;
/** Each round starts a process, which takes a while where others run tests, too; in milliseconds. */
const TIMEOUT = 300_000;

describe('an acknowledged unlock, on SQLite', () => {
  const engine = sqlite();

  it('survives that its writer is killed, at any moment', { timeout: TIMEOUT }, async () => {
    const report = await crashWriters(await engine.newLocation(), { rounds: ROUNDS, longest: 120 });
    expect(report).toMatchObject({ lost: [], differences: [] });
    // So that something was at stake.
    expect(report.acknowledged).toBeGreaterThan(ROUNDS);
  });
});
