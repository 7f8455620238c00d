import { beforeEach, describe, expect, test } from 'vitest';
import { openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { type Browser, browserAt, makeAccounts, PASSWORD } from './testing/browser.ts';

const NEXT = 'another password';

describe("one's own account", () => {
  const engine = sqlite();
  let server: TestServer;
  let browser: Browser;
  beforeEach(async () => {
    server = await openTestServer(engine);
    await makeAccounts(server, 'Ada');
    browser = browserAt(server.app);
    await browser.signIn('Ada');
  });

  describe('a token for an emulator', () => {
    test('is a new one each time, and all of them work', async () => {
      const [one, two] = [
        (await browser.post('/site/connect-token')).json(),
        (await browser.post('/site/connect-token')).json(),
      ];
      expect(one).toEqual({ username: 'Ada', token: expect.stringMatching(/^[0-9A-Za-z]{22}$/) });
      expect(two.token).not.toBe(one.token);
      for (const { token } of [one, two]) {
        const answer = await server.ask(`/dorequest.php?r=login2&u=Ada&t=${token}`);
        expect(answer.json()).toMatchObject({ Success: true, User: 'Ada' });
      }
    });
  });

  describe('the password', () => {
    test('is changed by whoever knows it, which ends all other sessions, and no token', async () => {
      const another = browserAt(server.app);
      await another.signIn('Ada');
      const { token } = (await browser.post('/site/connect-token')).json();
      const answer = await browser.post('/site/password', { current: PASSWORD, next: NEXT });
      expect([answer.statusCode, answer.json()]).toEqual([200, {}]);
      expect((await browser.get('/site/keys')).statusCode).toBe(200);
      expect((await another.get('/site/keys')).statusCode).toBe(401);
      expect((await another.signIn('Ada')).statusCode).toBe(401);
      expect((await another.signIn('Ada', NEXT)).statusCode).toBe(200);
      expect((await server.ask(`/dorequest.php?r=login2&u=Ada&t=${token}`)).statusCode).toBe(200);
    });

    test('stays when the current one is wrong, and after ten wrong ones nobody may guess on', async () => {
      const guess = () => browser.post('/site/password', { current: 'wrong', next: NEXT });
      for (let n = 0; n < 10; n += 1) {
        const answer = await guess();
        expect([answer.statusCode, answer.json()]).toEqual([
          422,
          { message: 'This is not your password.', fields: { current: 'This is not your password.' } },
        ]);
      }
      const refused = await guess();
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await browser.get('/site/keys')).statusCode).toBe(200);
    });

    test.each(['short', 'x'.repeat(1025), 'two\nlines of it'])('is none: %j', async (next) => {
      const answer = await browser.post('/site/password', { current: PASSWORD, next });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().fields).toEqual({ next: expect.stringMatching(/^A password /) });
      expect((await browserAt(server.app).signIn('Ada')).statusCode).toBe(200);
    });
  });

  describe('the motto', () => {
    test.each([
      ['¡Olé! 🎮', '¡Olé! 🎮'],
      ['  <script>alert(1)</script> ', '<script>alert(1)</script>'],
      ['🎮'.repeat(50), '🎮'.repeat(50)],
      ['', ''],
    ])('%j is kept as %j, and nothing is made of it', async (motto, kept) => {
      const answer = await browser.post('/site/motto', { motto });
      expect([answer.statusCode, answer.json()]).toEqual([200, { motto: kept }]);
      const session = await browser.get('/site/session');
      expect(session.json().user.motto).toBe(kept);
      expect(session.headers['content-type']).toBe('application/json; charset=utf-8');
    });

    test('is in the next answer of the Web API, at every server', async () => {
      const other = await server.anotherApp();
      const { key } = (await browser.get('/site/session')).json().visitorKey;
      const shown = async () => {
        const url = `/API/API_GetUserProfile.php?u=Ada&y=${key}`;
        const answers = [await server.ask(url), await other.fastify.inject(url)];
        return answers.map((answer) => answer.json().Motto);
      };
      for (const motto of ['one', 'two', '']) {
        await browser.post('/site/motto', { motto });
        expect(await shown()).toEqual([motto, motto]);
        expect(await shown()).toEqual([motto, motto]);
      }
    });

    test.each(['🎮'.repeat(51), 'two\nlines', 'a\0b', 'a\u2028b', '\ud800'])('is not %j', async (motto) => {
      const answer = await browser.post('/site/motto', { motto });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().fields).toEqual({ motto: 'A motto has at most 50 characters, in one line.' });
      expect((await browser.get('/site/session')).json().user.motto).toBe('');
    });
  });
});
