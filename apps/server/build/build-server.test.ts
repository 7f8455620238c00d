import { join } from 'node:path';
import { openStore } from '@laurel/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount } from '../src/accounts/make-account.ts';
import { now } from '../src/clock.ts';
import { newSecret, secretHash } from '../src/secrets/secrets.ts';
import { endpoints } from '../src/testing/endpoints.ts';
import { laurel, serveLaurel, temporaryFolder } from '../src/testing/laurel.ts';
import { testWorld } from '../src/testing/test-world.ts';
import { VERSION } from '../src/version.ts';
import { buildServer } from './build-server.ts';

const dir = join(import.meta.dirname, '../../../node_modules/.cache/laurel-build-test');
const program = [process.execPath, join(dir, 'main.js')] as const;
const folder = temporaryFolder();
const data = folder.path;
const PLAYER = 'Player2';
const PASSWORD = 'swordfish';
const key = newSecret();
let playerId: number;

beforeAll(async () => {
  await buildServer(dir);
  const store = await openStore({ data });
  await store.importWorld(testWorld(), now());
  await makeAccount(store, { username: PLAYER, password: PASSWORD, admin: false, now: now() });
  playerId = (await store.findPlayer({ kind: 'username', username: PLAYER }))?.id ?? 0;
  await store.savePlayerKey(playerId, { hash: secretHash(key), name: 'test', now: now() });
  await store.close();
});
afterAll(() => folder[Symbol.dispose]());

test('the built server has every endpoint, the website, and the version of the sources', async () => {
  await using server = await serveLaurel(['--data', data], { program });
  const document = JSON.parse(await (await fetch(`${server.address}/openapi.json`)).text());
  expect(Object.keys(document.paths).sort()).toEqual(endpoints.map(({ path }) => path).sort());
  expect(document.info.version).toBe(VERSION);
  expect((await fetch(`${server.address}/games`)).status).toBe(200);
});

test('it records unlocks, and the uses of keys, on its thread', async () => {
  await using server = await serveLaurel(['--data', data], { program });
  const connect = async (fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ u: PLAYER, ...fields });
    const answer = await fetch(`${server.address}/dorequest.php`, { method: 'POST', body });
    return JSON.parse(await answer.text());
  };
  const { Token } = await connect({ r: 'login2', p: PASSWORD });
  const recorded = await connect({ r: 'awardachievement', t: Token, a: '7', h: '1' });
  expect(recorded).toMatchObject({ Success: true, AchievementID: 7 });
  const answer = await fetch(`${server.address}/API/API_GetUserProgress.php?u=${PLAYER}&i=7&y=${key}`);
  expect(await answer.json()).toMatchObject({ 7: { NumAchievedHardcore: 1 } });
  expect(await server.stop()).toBe(0);
  expect(server.output).toMatch(/^Laurel is at .*\n$/);

  const store = await openStore({ data });
  expect(await store.listPlayerKeys(playerId)).toMatchObject([{ lastUsedAt: expect.any(Number) }]);
  await store.close();
});

test('it is the command, too', async () => {
  expect(await laurel(['--version'], { program })).toMatchObject({ status: 0, stdout: `${VERSION}\n` });
});
