import { afterAll, describe, expect, it } from 'vitest';
import { startConnectServer, WRONG_TOKEN } from './testing/connect-server.ts';

const server = await startConnectServer();
afterAll(() => server[Symbol.asyncDispose]());
const { u, t } = await server.signIn('Alice');
const bob = await server.signIn('Bob');

const requests = [
  { r: 'patch', g: 77 },
  { r: 'achievementsets', g: 77 },
  { r: 'unlocks', g: 77 },
  { r: 'startsession', g: 77 },
  { r: 'ping', g: 77 },
  { r: 'postactivity', a: 3, m: 77 },
  { r: 'awardachievement', a: 20 },
];

describe.each(requests)('$r', (request) => {
  it.each([
    ['no credentials', {}],
    ['no token', { u }],
    ['an empty token', { u, t: '' }],
    ['a wrong token', { u, t: 'wrong' }],
    ["somebody else's token", { u, t: bob.t }],
    ['no user', { t }],
    ['an empty user', { u: '', t }],
    ['an unknown user', { u: 'Nobody', t }],
  ])('refuses %s', async (_, credentials) => {
    for (const answer of [
      await server.post({ ...request, ...credentials }),
      await server.get({ ...request, ...credentials }),
    ]) {
      expect([answer.statusCode, answer.json()]).toEqual([401, WRONG_TOKEN]);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('looks at the credentials first', async () => {
    const answer = await server.post({ r: request.r });
    expect(answer.statusCode).toBe(401);
  });

  it('takes the user in any spelling', async () => {
    const answer = await server.post({ ...request, u: 'aLICE', t });
    expect(answer.json().Success || answer.json().Error.startsWith('User already has')).toBe(true);
  });
});
