import { sqlite, type TestStore } from '@laurel/store/testing/both-engines';
import Fastify from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { now } from '../clock.ts';
import { checkPassword } from '../secrets/passwords.ts';
import { openTestServer } from '../testing/test-server.ts';
import { FirstAccount } from './first-account.ts';
import { registerSetup } from './register.ts';

const PASSWORD = 'correct horse battery';

describe('the page of the first account', () => {
  const engine = sqlite();
  let store: TestStore;
  let app: ReturnType<typeof Fastify>;
  let code: string;

  beforeEach(async () => {
    store = await engine.openTestStore();
    const firstAccount = await FirstAccount.of(store);
    code = firstAccount.path?.split('=')[1] ?? '';
    app = Fastify();
    await registerSetup(app, { now, firstAccount });
  });

  const send = (fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/welcome',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  it('shows a form to whoever has the code, with no script and nothing from elsewhere', async () => {
    const answer = await app.inject(`/welcome?code=${code}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<form method="post" action="/welcome">');
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(answer.body).not.toMatch(/<script|https?:/);
  });

  it.each(['/welcome', '/welcome?code=', '/welcome?code=wrong', '/welcome?code=a&code=b'])(
    'refuses %s',
    async (url) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).not.toContain('<form');
    },
  );

  it('makes an account that may administer, and then is closed', async () => {
    expect((await send({ code, username: 'Alice', password: PASSWORD })).statusCode).toBe(200);
    const account = await store.findAccount('alice');
    expect(account).toMatchObject({ username: 'Alice', admin: true });
    expect(await checkPassword(PASSWORD, account?.passwordHash)).toBe(true);

    expect((await send({ code, username: 'Mallory', password: PASSWORD })).statusCode).toBe(403);
    expect(await store.findAccount('Mallory')).toBeUndefined();
    expect((await FirstAccount.of(store)).path).toBeUndefined();
  });

  it('makes one account, of two that are asked for at once', async () => {
    const answers = await Promise.all(
      ['Alice', 'Mallory'].map((username) => send({ code, username, password: PASSWORD })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
  });

  it('is closed once an account was made elsewhere', async () => {
    await store.createAccount({ username: 'Bob', passwordHash: 'x', admin: false, now: now() });
    expect((await app.inject(`/welcome?code=${code}`)).statusCode).toBe(403);
    expect((await send({ code, username: 'Mallory', password: PASSWORD })).statusCode).toBe(403);
  });

  it.each([
    [
      'a name that is none',
      { username: '<b>', password: PASSWORD },
      'A username has 2 to 20 letters and digits.',
    ],
    ['a short password', { username: 'Alice', password: 'short' }, 'A password has at least 8 characters'],
    [
      'a password of two lines',
      { username: 'Alice', password: 'correct\nhorse battery' },
      'A password is one line',
    ],
    ['nothing', {}, 'A username has 2 to 20 letters and digits.'],
  ])('says what is wrong with %s, and keeps the form', async (_what, fields, problem) => {
    const answer = await send({ code, ...fields });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(problem);
    expect(answer.body).toContain('<form');
    expect(answer.body).not.toContain('<b>');
    expect(await store.hasAccounts()).toBe(false);
  });

  it('refuses a wrong code before it reads anything else', async () => {
    expect((await send({ code: 'wrong', username: 'Alice', password: PASSWORD })).statusCode).toBe(403);
    expect(await store.hasAccounts()).toBe(false);
  });
});

describe('a server without a website', () => {
  const engine = sqlite();

  it('has the plain page at the address that it prints', async () => {
    const server = await openTestServer(engine, { site: 'none' });
    const page = await server.ask(`/welcome?code=${server.firstAccountCode}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<form method="post" action="/welcome">');
  });
});
