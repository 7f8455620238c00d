import { beforeEach, describe, expect, test } from 'vitest';
import { describeOnBothEngines, openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { browserAt, makeAccounts, OWN_PAGE, PASSWORD } from './testing/browser.ts';

const DAY = 24 * 60 * 60;
const HOUR = 60 * 60;
const NOW = 2_000_000_000;
const WRONG = { message: 'Wrong username or password. Please try again.' };

describe('signing in', () => {
  const engine = sqlite();
  let server: TestServer;
  let now: number;
  beforeEach(async () => {
    now = NOW;
    server = await openTestServer(engine, {
      world: [{ type: 'user', username: 'Ada', ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV', motto: '<b>' }],
      now: () => now,
    });
    await makeAccounts(server, 'Ada', 'Boris');
  });

  test('gives a cookie, and says who one is', async () => {
    const browser = browserAt(server.app);
    const before = await browser.get('/site/session');
    expect(before.json()).toEqual({
      visitorKey: {
        key: expect.stringMatching(/^site\.\d+\.[\w-]{43}$/),
        expiresAt: NOW - (NOW % HOUR) + DAY,
      },
      user: null,
      hasAccounts: true,
    });
    const answer = await browser.signIn('aDA');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      ...before.json(),
      user: { username: 'Ada', ulid: '01ARZ3NDEKTSV4RRFFQ69G5FAV', admin: false, motto: '<b>' },
    });
    expect(answer.headers['set-cookie']).toMatch(
      /^laurel_session=[0-9A-Za-z]{22}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await browser.get('/site/session')).json()).toEqual(answer.json());
  });

  test.each([
    ['a wrong password', 'Ada', 'wrong'],
    ['no password', 'Ada', ''],
    ['an unknown user', 'Nobody', PASSWORD],
    ['a name that nobody can have', 'a\0', PASSWORD],
    ['nothing', '', ''],
  ])('refuses %s', async (_, username, password) => {
    const browser = browserAt(server.app);
    const answer = await browser.signIn(username, password);
    expect([answer.statusCode, answer.json()]).toEqual([401, WRONG]);
    expect(browser.token).toBeUndefined();
  });

  test('is refused after ten wrong passwords, of whichever way to sign in, and says when to try again', async () => {
    const browser = browserAt(server.app);
    for (let n = 0; n < 5; n += 1) {
      await browser.signIn('Ada', 'wrong');
      await server.ask({ url: '/dorequest.php?r=login2&u=Ada&p=wrong' });
    }
    const refused = await browser.signIn('Ada');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json().message).toMatch(/^Too many tries\. Please try again in \d+ minutes\.$/);
    expect((await browser.signIn('Boris')).statusCode).toBe(200);
  });

  test('lasts for 30 days', async () => {
    const browser = browserAt(server.app);
    await browser.signIn('Ada');
    now = NOW + 30 * DAY - 1;
    expect((await browser.get('/site/keys')).statusCode).toBe(200);
    now = NOW + 30 * DAY;
    expect((await browser.get('/site/keys')).statusCode).toBe(401);
    expect((await browser.get('/site/session')).json().user).toBeNull();
  });

  test('as somebody else ends the session of the same browser, and no other', async () => {
    const [browser, another] = [browserAt(server.app), browserAt(server.app)];
    await browser.signIn('Ada');
    await another.signIn('Ada');
    const { token } = browser;
    await browser.signIn('Boris');
    expect(browser.token).not.toBe(token);
    const old = await server.ask({ url: '/site/keys', headers: { cookie: `laurel_session=${token}` } });
    expect(old.statusCode).toBe(401);
    expect((await browser.get('/site/session')).json().user.username).toBe('Boris');
    expect((await another.get('/site/session')).json().user.username).toBe('Ada');
  });

  test('is noted once an hour', async () => {
    const browser = browserAt(server.app);
    await browser.signIn('Ada');
    const seen = async () => {
      // The list of keys writes what was noted.
      await browser.get('/site/keys');
      const { session } = server.store.engine;
      return session.query(session.builder.selectFrom('session').select('last_seen_at'));
    };
    now += HOUR - 1;
    expect(await seen()).toEqual([{ last_seen_at: NOW }]);
    now += 1;
    expect(await seen()).toEqual([{ last_seen_at: NOW + HOUR }]);
  });

  test.each([
    { trustProxy: true, proto: 'https', secure: true },
    { trustProxy: true, proto: 'http', secure: false },
    { trustProxy: false, proto: 'https', secure: false },
  ])('over $proto, trusting the proxy: $trustProxy: the cookie is for https alone: $secure', async (way) => {
    const other = await openTestServer(engine, { trustProxy: way.trustProxy });
    await makeAccounts(other, 'Ada');
    for (const url of ['/site/sign-in', '/site/sign-out']) {
      const answer = await other.ask({
        method: 'POST',
        url,
        headers: { ...OWN_PAGE, 'x-forwarded-proto': way.proto },
        payload: { username: 'Ada', password: PASSWORD },
      });
      expect(answer.statusCode).toBe(200);
      expect(String(answer.headers['set-cookie']).endsWith('; Secure')).toBe(way.secure);
    }
  });
});

describe('signing out', () => {
  const engine = sqlite();
  let server: TestServer;
  beforeEach(async () => {
    server = await openTestServer(engine);
    await makeAccounts(server, 'Ada', 'Boris');
  });

  test('ends this session, and takes its cookie away', async () => {
    const [browser, another] = [browserAt(server.app), browserAt(server.app)];
    await browser.signIn('Ada');
    await another.signIn('Ada');
    const cookie = `laurel_session=${browser.token}`;
    const answer = await browser.post('/site/sign-out');
    expect([answer.statusCode, answer.json().user]).toEqual([200, null]);
    expect(answer.headers['set-cookie']).toMatch(/^laurel_session=; Max-Age=0; Path=\/; HttpOnly; /);
    expect((await server.ask({ url: '/site/keys', headers: { cookie } })).statusCode).toBe(401);
    expect((await another.get('/site/keys')).statusCode).toBe(200);
  });

  test('of whoever is not signed in is no mistake', async () => {
    const answer = await browserAt(server.app).post('/site/sign-out');
    expect([answer.statusCode, answer.json().user]).toEqual([200, null]);
  });

  test('everywhere ends all sessions and all tokens of the player, and of nobody else', async () => {
    const [browser, another, boris] = [browserAt(server.app), browserAt(server.app), browserAt(server.app)];
    await browser.signIn('Ada');
    await another.signIn('Ada');
    await boris.signIn('Boris');
    const { token } = (await browser.post('/site/connect-token')).json();
    const { token: ofBoris } = (await boris.post('/site/connect-token')).json();
    const login = async (u: string, t: string) =>
      (await server.ask(`/dorequest.php?r=login2&u=${u}&t=${t}`)).statusCode;
    expect(await login('Ada', token)).toBe(200);

    const answer = await browser.post('/site/sign-out-everywhere');
    expect([answer.statusCode, answer.json().user]).toEqual([200, null]);
    expect(browser.token).toBeUndefined();
    expect((await another.get('/site/keys')).statusCode).toBe(401);
    expect((await boris.get('/site/keys')).statusCode).toBe(200);
    expect([await login('Ada', token), await login('Boris', ofBoris)]).toEqual([401, 200]);
  });
});

describe('a website for members', () => {
  const engine = sqlite();

  test('gives a key to who is signed in, and to nobody else', async () => {
    const server = await openTestServer(engine, { site: 'members' });
    await makeAccounts(server, 'Ada');
    const browser = browserAt(server.app);
    expect((await browser.get('/site/session')).json().visitorKey).toBeNull();
    const { visitorKey } = (await browser.signIn('Ada')).json();
    expect((await browser.get('/site/session')).json().visitorKey).toEqual(visitorKey);
    const url = `/API/API_GetTopTenUsers.php?y=${visitorKey.key}`;
    expect((await server.ask(url)).statusCode).toBe(200);
    expect((await browser.post('/site/sign-out')).json().visitorKey).toBeNull();
  });
});

describe('the first account', () => {
  const engine = sqlite();
  let server: TestServer;
  let code: string;
  beforeEach(async () => {
    server = await openTestServer(engine);
    code = server.firstAccountCode ?? expect.fail('no code');
  });
  const wish = { username: 'Ada', password: PASSWORD };

  test('is made with the code, may administer, and is signed in; then there is one', async () => {
    const browser = browserAt(server.app);
    expect((await browser.get('/site/session')).json()).toMatchObject({ user: null, hasAccounts: false });
    const answer = await browser.post('/site/first-account', { code, ...wish });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ user: { username: 'Ada', admin: true }, hasAccounts: true });
    expect((await browser.get('/site/keys')).statusCode).toBe(200);
    expect((await browserAt(server.app).signIn('Ada')).statusCode).toBe(200);

    const again = await browserAt(server.app).post('/site/first-account', { code, ...wish, username: 'Eve' });
    expect([again.statusCode, again.json().message]).toEqual([
      403,
      expect.stringMatching(/^The first account is made/),
    ]);
  });

  test.each([
    ['a name that is none', { username: '<b>' }, { username: 'A username has 2 to 20 letters and digits.' }],
    [
      'a short password',
      { password: 'short' },
      { password: 'A password has at least 8 characters, and at most 1024 bytes.' },
    ],
    [
      'both',
      { username: '', password: 'two lines\nof it' },
      {
        username: 'A username has 2 to 20 letters and digits.',
        password: 'A password is one line, without control characters.',
      },
    ],
  ])('is not made with %s', async (_, wrong, fields) => {
    const browser = browserAt(server.app);
    const answer = await browser.post('/site/first-account', { code, ...wish, ...wrong });
    expect([answer.statusCode, answer.json()]).toEqual([
      422,
      { message: Object.values(fields).join(' '), fields },
    ]);
    expect(await server.store.hasAccounts()).toBe(false);
    expect(browser.token).toBeUndefined();
  });

  test('is not made with a wrong code, nor when there is an account by now', async () => {
    const wrong = await browserAt(server.app).post('/site/first-account', { code: 'wrong', ...wish });
    expect(wrong.statusCode).toBe(403);
    expect(await server.store.hasAccounts()).toBe(false);
    await makeAccounts(server, 'Boris');
    const late = await browserAt(server.app).post('/site/first-account', { code, ...wish });
    expect(late.statusCode).toBe(403);
    expect(await server.store.findAccount('Ada')).toBeUndefined();
  });
});

describeOnBothEngines('two servers on one database', (engine) => {
  test('make one first account, however many ask for it at once', async () => {
    const server = await openTestServer(engine);
    const code = server.firstAccountCode ?? expect.fail('no code');
    const another = await server.anotherApp();
    const itsCode = another.firstAccountCode ?? expect.fail('no code');
    const wishes = [
      [server.app, code, 'Ada'],
      [server.app, code, 'Boris'],
      [another, itsCode, 'Clara'],
      [another, itsCode, 'Dana'],
    ] as const;
    const answers = await Promise.all(
      wishes.map(([app, code, username]) =>
        browserAt(app).post('/site/first-account', { code, username, password: PASSWORD }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403, 403, 403]);
    const accounts = await Promise.all(wishes.map(([, , username]) => server.store.findAccount(username)));
    expect(accounts.map((account) => account !== undefined)).toEqual(
      answers.map(({ statusCode }) => statusCode === 200),
    );
    for (const app of [server.app, another]) {
      expect((await app.fastify.inject('/site/session')).json().hasAccounts).toBe(true);
    }
  });

  test('know the same sessions, and give out the same keys', async () => {
    const server = await openTestServer(engine);
    await makeAccounts(server, 'Ada');
    const other = await server.anotherApp();
    const browser = browserAt(server.app);
    const answer = await browser.signIn('Ada');
    const cookie = `laurel_session=${browser.token}`;
    const ask = () => other.fastify.inject({ url: '/site/session', headers: { cookie } });
    expect((await ask()).json()).toEqual(answer.json());
    await browser.post('/site/sign-out');
    expect((await ask()).json()).toEqual({ ...answer.json(), user: null });
  });
});
