import type { Store } from '@laurel/store';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ACCESS_DENIED,
  encode,
  form,
  MISSING_PARAMETER,
  NOW,
  notFound,
  startConnectServer,
} from '../testing/connect-server.ts';

const server = await startConnectServer();
afterAll(() => server[Symbol.asyncDispose]());
const alice = await server.signIn('Alice');
const aliceId = (await server.store.findPlayer({ kind: 'username', username: 'Alice' }))?.id;

let saved: Parameters<Store['savePresence']>[0][] = [];
server.override({
  savePresence: async (presence) => {
    await server.store.savePresence(presence);
    saved.push(presence);
  },
});
beforeEach(() => {
  saved = [];
});
const presence = (message: string) => [{ playerId: aliceId, gameId: 77, message, at: NOW }];

describe('ping', () => {
  it('remembers what the emulator says', async () => {
    const answer = await server.post({
      r: 'ping',
      ...alice,
      g: 77,
      m: 'Stage 3 · ★',
      h: 1,
      x: 'f'.repeat(32),
    });
    expect([answer.statusCode, answer.json()]).toEqual([200, { Success: true }]);
    expect(saved).toEqual(presence('Stage 3 · ★'));
  });

  it('believes a message in a form only', async () => {
    await server.get({ r: 'ping', ...alice, g: 77, m: 'Stage 3' });
    await server.app.inject({
      method: 'POST',
      url: '/dorequest.php?m=Stage',
      ...form({ r: 'ping', ...alice, g: 77 }),
    });
    expect(saved).toEqual([...presence('Playing Tiny'), ...presence('Playing Tiny')]);
  });

  it.each([
    ['too long', encode({ m: 'x'.repeat(2_000) }), 'x'.repeat(255)],
    ['not UTF-8', 'm=a%ff', 'a\ufffd'],
    ['a broken escape', 'm=100%', '100%'],
    ['with U+0000', 'm=a%00b', 'ab'],
  ])('takes a message that is %s', async (_, m, message) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/dorequest.php',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `${encode({ r: 'ping', ...alice, g: 77 })}&${m}`,
    });
    expect(answer.json()).toEqual({ Success: true });
    expect(saved).toEqual(presence(message));
  });

  it('is refused in the name of somebody else', async () => {
    const answer = await server.post({ r: 'ping', ...alice, g: 77, k: 'Bob' });
    expect([answer.statusCode, answer.json()]).toEqual([403, ACCESS_DENIED]);
    expect(saved).toEqual([]);
  });
});

describe('postactivity', () => {
  it('remembers that the game was started', async () => {
    const answer = await server.post({ r: 'postactivity', ...alice, a: 3, m: 77 });
    expect([answer.statusCode, answer.json()]).toEqual([200, { Success: true }]);
    expect(saved).toEqual(presence('Playing Tiny'));
  });

  it('knows no other activity', async () => {
    const answer = await server.post({ r: 'postactivity', ...alice, a: 4, m: 77 });
    expect([answer.statusCode, answer.json()]).toEqual([403, ACCESS_DENIED]);
  });
});

it('startsession remembers that the game was started', async () => {
  await server.post({ r: 'startsession', ...alice, g: 77 });
  expect(saved).toEqual(presence('Playing Tiny'));
});

describe.each([
  ['ping', {}, 'g'],
  ['postactivity', { a: 3 }, 'm'],
])('%s', (r, fields, game) => {
  it.each([999, 'abcdef', ''])('knows no game %j', async (id) => {
    const answer = await server.post({ r, ...alice, ...fields, [game]: id });
    expect([answer.statusCode, answer.json()]).toEqual([404, notFound('Unknown game.')]);
    expect(saved).toEqual([]);
  });

  it('needs a game', async () => {
    const answer = await server.post({ r, ...alice, ...fields });
    expect([answer.statusCode, answer.json()]).toEqual([422, MISSING_PARAMETER]);
  });
});
