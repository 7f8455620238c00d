import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresServer } from '@laurel/store/testing/postgres-server';
import { afterEach, expect, it, vi } from 'vitest';
import { Worlds } from '../worlds.ts';
import { databaseOf, onPostgres, startPostgresWith } from './postgres.ts';

const cache = mkdtempSync(join(tmpdir(), 'laurel-worlds-'));
afterEach(() => rmSync(cache, { recursive: true, force: true }));

it('makes each world once, and none of what a run adds is there in the next one', async () => {
  const worlds = new Worlds(cache);
  const fill = vi.spyOn(worlds, 'fill');
  const made = () => fill.mock.calls.splice(0).map(([, unlocks]) => unlocks);

  await running(startPostgresWith(worlds, [1000]), async ({ address }) => {
    expect(made()).toEqual([1000]);
    await onPostgres(databaseOf(address, 1000), (client) => client.query('delete from unlock'));
  });
  await running(startPostgresWith(worlds, [1000, 2000]), async ({ address }) => {
    expect(made()).toEqual([2000]);
    for (const unlocks of [1000, 2000])
      expect(await count(databaseOf(address, unlocks))).toBe(worlds.shape(unlocks).unlocks);
  });
  await running(startPostgresWith(worlds, [2000]), async () => expect(made()).toEqual([]));
});

async function running(
  starting: Promise<PostgresServer>,
  work: (server: PostgresServer) => Promise<void>,
): Promise<void> {
  const server = await starting;
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

async function count(address: string): Promise<number> {
  return onPostgres(address, async (client) => {
    const { rows } = await client.query<{ unlocks: number }>('select count(*)::int as unlocks from unlock');
    return rows[0]?.unlocks ?? 0;
  });
}
