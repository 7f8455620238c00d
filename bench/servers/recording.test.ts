import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '@laurel/store';
import { databaseFile } from '@laurel/store/engine/open';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bareUnlockPath, newUnlocks, takeUnlocks, unlockingPlayers } from '../measure/new-unlocks.ts';
import { recordsOf } from '../world/records.ts';
import { generateWorld } from '../world/world.ts';
import { type PlainServer, startRecordingServer } from './plain.ts';

const world = generateWorld(10_000);
const data = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
let server: PlainServer;

beforeAll(async () => {
  const store = await openStore({ data });
  await store.importWorld(recordsOf(world), 2_000_000_000);
  await store.close();
  server = await startRecordingServer(databaseFile(data));
});

afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

it('sends what it was given', async () => {
  await server.replay([{ status: 200, headers: ['content-length', '5'], body: Buffer.from('bytes') }]);
  const response = await fetch(server.address);
  expect(await response.text()).toBe('bytes');
});

it('acknowledges unlocks that come at once when all of them are in the database', async () => {
  const unlocks = takeUnlocks(newUnlocks(world, unlockingPlayers(world)), 40);
  const answers = await Promise.all(
    unlocks.map(async (unlock) => {
      const body = bareUnlockPath(unlock).slice('/?'.length);
      const response = await fetch(server.address, { method: 'POST', body });
      return response.text();
    }),
  );
  expect(answers).toEqual(unlocks.map(() => expect.stringContaining('"Success":true')));
  using database = new DatabaseSync(databaseFile(data), { readOnly: true });
  const find = database.prepare('select hardcore from unlock where player_id = ? and achievement_id = ?');
  expect(unlocks.map(({ player, achievement }) => find.get(player, achievement))).toEqual(
    unlocks.map(({ hardcore }) => ({ hardcore: Number(hardcore) })),
  );
});
