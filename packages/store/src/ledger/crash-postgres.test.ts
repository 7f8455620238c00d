import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres } from '../testing/both-engines.ts';
import { crashWriters, missing } from '../testing/crashes.ts';
import { type PostgresServer, startPostgres } from '../testing/postgres-server.ts';
import { startRecorder } from '../testing/recorder-process.ts';
import { sharedWorld, unlocksInTurn } from '../testing/shared-world.ts';

const NOW = 2_000_000_000;
const ROUNDS = 50;
/** Each round starts a process, which takes a while where others run tests, too; in milliseconds. */
const TIMEOUT = 300_000;
const SERVER_ROUNDS = 5;
const PLAYERS = 400;

describe('an acknowledged unlock, on PostgreSQL', () => {
  let server: PostgresServer;
  const engine = postgres(() => server.address);

  beforeAll(async () => {
    // With the settings of a server that keeps what it is given.
    server = await startPostgres();
  });

  afterAll(() => server.stop());

  it('survives that its writer is killed, at any moment', { timeout: TIMEOUT }, async () => {
    const report = await crashWriters(await engine.newLocation(), { rounds: ROUNDS, longest: 400 });
    expect(report).toMatchObject({ lost: [], differences: [] });
    expect(report.acknowledged).toBeGreaterThan(ROUNDS);
  });

  it('survives that the server is killed; its writer goes on when the server is back', async () => {
    const store = await engine.openTestStore();
    await store.importWorld(sharedWorld(PLAYERS), NOW);
    const recorder = await startRecorder();
    const unlocks = unlocksInTurn(PLAYERS);
    recorder.record({ location: store.location, now: NOW, atOnce: 3 }, unlocks);
    for (let round = 0; round < SERVER_ROUNDS; round += 1) {
      const before = recorder.acknowledged.length;
      while (recorder.acknowledged.length === before) await Promise.race([delay(5), recorder.ended]);
      await delay(Math.random() * 200);
      await server.crash();
    }
    await recorder.kill();
    const acknowledged = unlocks.filter(({ number }) => recorder.acknowledged.includes(number));
    expect(await missing(store, acknowledged)).toEqual([]);
    expect((await store.verify()).differences).toEqual([]);
  });
});
