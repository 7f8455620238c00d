import { afterAll, expect, it } from 'vitest';
import { MISSING_PARAMETER, startConnectServer } from '../testing/connect-server.ts';
import { TINY_HASH } from '../testing/tiny-world.ts';

const server = await startConnectServer();
afterAll(() => server[Symbol.asyncDispose]());

it.each([
  ['a known hash', { m: TINY_HASH }, 77],
  ['a known hash in upper case', { m: TINY_HASH.toUpperCase() }, 77],
  ['an unknown hash', { m: TINY_HASH.replace('0', '1') }, 0],
  ['no hash at all', { m: '' }, 0],
  ['something else', { m: "x' or 1=1" }, 0],
  ['credentials that are not looked at', { m: TINY_HASH, u: 'unused', t: 'unused' }, 77],
])('%s', async (_, fields, GameID) => {
  for (const answer of [
    await server.post({ r: 'gameid', ...fields }),
    await server.get({ r: 'gameid', ...fields }),
  ]) {
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ Success: true, GameID });
  }
});

it('needs the hash', async () => {
  const answer = await server.post({ r: 'gameid' });
  expect([answer.statusCode, answer.json()]).toEqual([422, MISSING_PARAMETER]);
});
