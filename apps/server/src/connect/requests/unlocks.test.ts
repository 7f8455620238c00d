import { afterAll, describe, expect, it } from 'vitest';
import { MISSING_PARAMETER, NOW, notFound, startConnectServer } from '../testing/connect-server.ts';

const unlock = { type: 'unlock', user: 'Alice' } as const;
const server = await startConnectServer([
  { ...unlock, achievementId: 11, at: NOW - 300, hardcore: false },
  { ...unlock, achievementId: 9, at: NOW - 200, hardcore: false },
  { ...unlock, achievementId: 9, at: NOW - 100, hardcore: true },
  { ...unlock, achievementId: 20, at: NOW - 100, hardcore: true },
]);
afterAll(() => server[Symbol.asyncDispose]());
const alice = await server.signIn('Alice');
const bob = await server.signIn('Bob');

describe('unlocks', () => {
  it.each([
    ['without h', {}, false, [9, 11]],
    ['in softcore', { h: 0 }, false, [9, 11]],
    ['in hardcore', { h: 1 }, true, [9]],
  ])('lists promoted achievements, %s', async (_, fields, HardcoreMode, UserUnlocks) => {
    const request = { r: 'unlocks', ...alice, g: 77, ...fields };
    for (const answer of [await server.post(request), await server.get(request)]) {
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({ Success: true, GameID: 77, HardcoreMode, UserUnlocks });
    }
  });

  it.each([
    ['unknown', 999, 999],
    ['malformed', 'abcdef', 0],
  ])('succeeds for a game that is %s', async (_, g, GameID) => {
    const answer = await server.post({ r: 'unlocks', ...alice, g });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ Success: true, GameID, HardcoreMode: false, UserUnlocks: [] });
  });
});

describe('startsession', () => {
  it('lists each unlock once', async () => {
    const answer = await server.post({
      r: 'startsession',
      ...alice,
      g: 77,
      h: 1,
      m: 'f'.repeat(32),
      l: '12.1',
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      Success: true,
      HardcoreUnlocks: [{ ID: 9, When: NOW - 100 }],
      Unlocks: [{ ID: 11, When: NOW - 300 }],
      ServerNow: NOW,
    });
  });

  it('lists nothing for who has never played', async () => {
    const answer = await server.post({ r: 'startsession', ...bob, g: 77 });
    expect(answer.json()).toEqual({ Success: true, HardcoreUnlocks: [], Unlocks: [], ServerNow: NOW });
  });

  it.each([999, 'abcdef', ''])('knows no game %j', async (g) => {
    const answer = await server.post({ r: 'startsession', ...alice, g });
    expect([answer.statusCode, answer.json()]).toEqual([404, notFound('Unknown game.')]);
  });
});

it.each(['unlocks', 'startsession'])('%s needs a game', async (r) => {
  const answer = await server.post({ r, ...alice });
  expect([answer.statusCode, answer.json()]).toEqual([422, MISSING_PARAMETER]);
});
