import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ConnectServer,
  MISSING_PARAMETER,
  NOW,
  ORIGIN,
  PASSWORD,
  startConnectServer,
  WRONG_PASSWORD,
  WRONG_TOKEN,
} from '../testing/connect-server.ts';

const unlock = { type: 'unlock', user: 'Alice', at: NOW - 100 } as const;

describe.each(['login', 'login2'])('%s', (r) => {
  let server: ConnectServer;
  let token: string;

  beforeAll(async () => {
    server = await startConnectServer([
      { ...unlock, achievementId: 9, hardcore: true },
      { ...unlock, achievementId: 10, hardcore: false },
      { type: 'user', username: 'Imported' },
    ]);
    token = (await server.signIn('Alice')).t;
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('answers a password with a token that works at once, and ends no other', async () => {
    const answer = await server.post({ r, u: 'alice', p: PASSWORD });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      Success: true,
      User: 'Alice',
      AvatarUrl: `${ORIGIN}/UserPic/Alice.png`,
      AvatarUpdatedAt: 0,
      Token: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      Score: 5,
      SoftcoreScore: 10,
      Messages: 0,
      Permissions: 1,
      AccountType: 'Registered',
    });
    const tokens = [answer.json().Token, token, answer.json().Token];
    const next = await Promise.all(tokens.map((t) => server.post({ r: 'unlocks', u: 'Alice', t, g: 77 })));
    expect(next.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  });

  it('gives each sign-in with a password a token of its own', async () => {
    const [one, two] = [
      await server.get({ r, u: 'Alice', p: PASSWORD }),
      await server.get({ r, u: 'Alice', p: PASSWORD }),
    ];
    expect(one.json().Token).not.toBe(two.json().Token);
  });

  it.each([
    ['alone', {}],
    ['with an empty password', { p: '' }],
  ])('answers a token with the same token, %s', async (_, fields) => {
    const answer = await server.post({ r, u: 'ALICE', t: token, ...fields });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ Success: true, User: 'Alice', Token: token });
  });

  it('looks at no token where there is a password', async () => {
    const right = await server.post({ r, u: 'Alice', p: PASSWORD, t: 'wrong' });
    expect(right.statusCode).toBe(200);
    const wrong = await server.post({ r, u: 'Alice', p: 'wrong', t: token });
    expect([wrong.statusCode, wrong.json()]).toEqual([401, WRONG_PASSWORD]);
  });

  it.each([
    ['no user', { p: PASSWORD }],
    ['neither password nor token', { u: 'Alice' }],
    ['nothing', {}],
  ])('needs credentials: %s', async (_, fields) => {
    const answer = await server.post({ r, ...fields });
    expect([answer.statusCode, answer.json()]).toEqual([422, MISSING_PARAMETER]);
  });

  it.each([
    ['wrong password', { u: 'Alice', p: 'wrong' }, WRONG_PASSWORD],
    ['unknown user', { u: 'Nobody', p: PASSWORD }, WRONG_PASSWORD],
    ['user without an account', { u: 'Imported', p: PASSWORD }, WRONG_PASSWORD],
    ['empty user', { u: '', p: PASSWORD }, WRONG_PASSWORD],
    ['user that cannot be', { u: 'a\0b', p: PASSWORD }, WRONG_PASSWORD],
    ['empty password', { u: 'Alice', p: '' }, WRONG_PASSWORD],
    ['wrong token', { u: 'Alice', t: 'wrong' }, WRONG_TOKEN],
    ['empty token', { u: 'Alice', t: '' }, WRONG_TOKEN],
  ])('refuses a %s', async (_, fields, body) => {
    const answer = await server.post({ r, ...fields });
    expect([answer.statusCode, answer.json()]).toEqual([401, body]);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('refuses the token of somebody else', async () => {
    const { t } = await server.signIn('Bob');
    const answer = await server.post({ r, u: 'Alice', t });
    expect([answer.statusCode, answer.json()]).toEqual([401, WRONG_TOKEN]);
  });
});

describe.each([
  ['password', { p: 'wrong' }],
  ['token', { t: 'wrong' }],
])('after many tries with a wrong %s', (_, wrong) => {
  it('refuses the next, but signs out nobody', async () => {
    await using server = await startConnectServer();
    const credentials = await server.signIn('Alice');
    for (let tries = 0; tries < 10; tries++) {
      expect((await server.post({ r: 'login2', u: 'Alice', ...wrong })).statusCode).toBe(401);
    }
    const refused = await server.post({ r: 'login2', u: 'aLICE', p: PASSWORD });
    expect([refused.statusCode, refused.json()]).toEqual([
      429,
      { Success: false, Status: 429, Code: 'too_many_requests', Error: 'Too many requests.' },
    ]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await server.post({ r: 'login2', ...credentials })).statusCode).toBe(200);
    expect((await server.post({ r: 'unlocks', ...credentials, g: 77 })).statusCode).toBe(200);
    expect((await server.post({ r: 'login2', u: 'Bob', p: PASSWORD })).statusCode).toBe(200);
  });
});

it('never counts a login that succeeds', async () => {
  await using server = await startConnectServer();
  const { u, t } = await server.signIn('Alice');
  for (let tries = 0; tries < 60; tries++) {
    expect((await server.post({ r: 'login', u, t })).statusCode).toBe(200);
  }
});
