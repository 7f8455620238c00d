import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { browserAt, makeAccounts, OWN_PAGE, PASSWORD } from './testing/browser.ts';

type Method = 'GET' | 'POST' | 'DELETE';

interface Case {
  readonly method: Method;
  readonly url: string;
  /** A body with which it succeeds. */
  readonly body?: Readonly<Record<string, string>>;
  readonly needsSession: boolean;
}

const ROUTES: readonly Case[] = [
  { method: 'GET', url: '/site/session', needsSession: false },
  {
    method: 'POST',
    url: '/site/sign-in',
    body: { username: 'Ada', password: PASSWORD },
    needsSession: false,
  },
  { method: 'POST', url: '/site/sign-out', needsSession: false },
  { method: 'POST', url: '/site/sign-out-everywhere', needsSession: true },
  {
    method: 'POST',
    url: '/site/first-account',
    body: { code: 'x', username: 'Ada', password: PASSWORD },
    needsSession: false,
  },
  { method: 'GET', url: '/site/keys', needsSession: true },
  { method: 'POST', url: '/site/keys', body: { name: 'phone' }, needsSession: true },
  { method: 'DELETE', url: '/site/keys/0123456789abcdef', needsSession: true },
  { method: 'POST', url: '/site/connect-token', needsSession: true },
  {
    method: 'POST',
    url: '/site/password',
    body: { current: PASSWORD, next: 'another password' },
    needsSession: true,
  },
  { method: 'POST', url: '/site/motto', body: { motto: 'Play' }, needsSession: true },
];
const CHANGING = ROUTES.filter(({ method }) => method !== 'GET');
const WITH_FIELDS = ROUTES.filter(({ body }) => body !== undefined);

const NOT_SIGNED_IN = { message: 'Please sign in first.' };

describe('every route of the website', () => {
  const engine = sqlite();
  let server: TestServer;

  beforeAll(async () => {
    server = await openTestServer(engine);
    await makeAccounts(server, 'Ada');
  });

  async function signedIn() {
    const browser = browserAt(server.app);
    await browser.signIn('Ada');
    return browser;
  }

  test.each(ROUTES.filter(({ needsSession }) => needsSession))(
    '$method $url is for those who are signed in',
    async ({ method, url, body = {} }) => {
      for (const cookie of [undefined, 'laurel_session=', `laurel_session=${'x'.repeat(22)}`]) {
        const headers = { ...OWN_PAGE, ...(cookie && { cookie }) };
        const request: InjectOptions = method === 'GET' ? { url } : { method, url, payload: body };
        const answer = await server.ask({ ...request, headers });
        expect([answer.statusCode, answer.json()]).toEqual([401, NOT_SIGNED_IN]);
      }
    },
  );

  test.each(CHANGING)('$method $url is refused to foreign pages, and to no page', async (route) => {
    const { token } = await signedIn();
    const cookie = `laurel_session=${token}`;
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'http://evil.example' },
      { origin: 'http://localhost:81' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: OWN_PAGE.origin },
    ];
    for (const headers of foreign) {
      const answer = await server.ask({
        method: route.method,
        url: route.url,
        headers: { cookie, 'content-type': 'application/json', ...headers },
        payload: JSON.stringify(route.body ?? {}),
      });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toEqual({
        message: "Only this server's own pages may do this: send its address as Origin.",
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test.each(CHANGING)('$method $url takes JSON and nothing else', async ({ method, url, body = {} }) => {
    const { token } = await signedIn();
    const { origin } = OWN_PAGE;
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    for (const type of [...types, undefined]) {
      const headers = {
        origin,
        cookie: `laurel_session=${token}`,
        ...(type !== undefined && { 'content-type': type }),
      };
      const payload = type === undefined ? undefined : JSON.stringify(body);
      const answer = await server.ask({ method, url, headers, ...(payload && { payload }) });
      expect([answer.statusCode, answer.json()]).toEqual([
        403,
        { message: 'Send JSON, with content-type: application/json.' },
      ]);
    }
  });

  test.each(WITH_FIELDS)('$method $url says what is missing', async ({ method, url, body = {} }) => {
    const { token } = await signedIn();
    const headers = { ...OWN_PAGE, cookie: `laurel_session=${token}` };
    for (const payload of ['{', '[]', 'null', '"x"', '1']) {
      const answer = await server.ask({ method, url, headers, payload });
      expect([answer.statusCode, answer.json()]).toEqual([
        422,
        { message: 'The body should be a JSON object.' },
      ]);
    }
    const missing = Object.keys(body).map((name) => [name, `The field ${name} is missing.`] as const);
    const nested = Object.fromEntries(Object.keys(body).map((name) => [name, { toString: 'x' }]));
    for (const payload of ['', '{}', '{"__proto__":{"name":"x"}}', JSON.stringify(nested)]) {
      const answer = await server.ask({ method, url, headers, payload });
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toEqual({
        message: missing.map(([, problem]) => problem).join(' '),
        fields: Object.fromEntries(missing),
      });
    }
  });

  test.each(CHANGING)('$method $url takes no large body', async ({ method, url }) => {
    const payload = JSON.stringify({ x: 'x'.repeat(16 * 1024) });
    const answer = await server.ask({ method, url, headers: OWN_PAGE, payload });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toEqual({ message: 'The request is too large. Send less at once.' });
  });

  test.each(ROUTES)('$method $url is open to no other origin, and kept by nobody', async (route) => {
    const browser = await signedIn();
    const cookie = `laurel_session=${browser.token}`;
    const from = { ...OWN_PAGE, origin: 'http://evil.example', cookie };
    const payload = JSON.stringify(route.body ?? {});
    const reading = route.method === 'GET';
    const asked: InjectOptions[] = [
      { method: route.method, url: route.url, headers: from, ...(!reading && { payload }) },
      {
        method: route.method,
        url: route.url,
        headers: { ...OWN_PAGE, cookie },
        ...(!reading && { payload }),
      },
      // Other ways to write the address.
      { url: `/${route.url}`, headers: from },
      { url: route.url.replace('/site', '/%73ite'), headers: from },
      { method: 'PUT', url: route.url, headers: from },
      {
        method: 'OPTIONS',
        url: route.url,
        headers: {
          origin: 'http://evil.example',
          'access-control-request-method': route.method,
          'access-control-request-headers': 'content-type',
        },
      },
    ];
    for (const request of asked) {
      const { headers } = await server.ask(request);
      const opening = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
      expect(opening, `${request.method} ${String(request.url)}`).toEqual([]);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    }
  });

  test.each(ROUTES)('$url does not take PUT, and says what it takes', async ({ url }) => {
    const answer = await server.ask({ method: 'PUT', url, headers: OWN_PAGE, payload: '{}' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toMatch(/GET|POST|DELETE/);
    expect(answer.json()).toEqual({ message: expect.stringMatching(/^This address takes .* only\.$/) });
  });

  test.each(['/site/nothing', '/site/keys/a/b', '/site/'])('%s is a 404, by the same rules', async (url) => {
    const answer = await server.ask({ url, headers: { origin: 'http://evil.example' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({
      message: 'There is nothing at this address. The endpoints are listed at /docs.',
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('the rest of the server is open as before', async () => {
    const answer = await server.ask({ url: '/health', headers: { origin: 'http://evil.example' } });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('whatever is sent', () => {
  const engine = sqlite();

  test('is answered in JSON, and never with a failure of the server', async () => {
    const server = await openTestServer(engine);
    await makeAccounts(server, 'Ada');
    const browser = browserAt(server.app);
    await browser.signIn('Ada');
    const { token } = browser;
    const cookie = `laurel_session=${token}`;
    // Those that sign out would leave nothing to try.
    const routes = ROUTES.filter(({ url }) => !url.startsWith('/site/sign-out'));
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('Ada', 'Eve', '\0', '\ud800', "'", 'x'.repeat(2_000)),
      fc.jsonValue(),
    );
    const names = ['username', 'password', 'code', 'name', 'current', 'next', 'motto', '__proto__'];
    const body = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.dictionary(fc.constantFrom(...names), value).map((it) => JSON.stringify(it)),
      },
      fc.json(),
      fc.string({ unit: 'binary' }),
    );
    const id = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((text) => encodeURIComponent(text.toWellFormed()));
    const headers = fc.record(
      { cookie: fc.constantFrom(cookie, 'laurel_session', `laurel_session=${'\u00e9'.repeat(22)}`) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), body, id, headers, async (route, payload, key, sent) => {
        const url = route.method === 'DELETE' ? `/site/keys/${key}` : route.url;
        const request = { method: route.method, url, headers: { ...OWN_PAGE, ...sent } };
        const answer = await server.ask(route.method === 'GET' ? request : { ...request, payload });
        expect(answer.statusCode).toBeLessThan(500);
        const said = answer.json();
        if (answer.statusCode >= 400) expect(said.message).not.toBe('');
        else expect(said).not.toHaveProperty('message');
      }),
      { numRuns: 300 },
    );
    expect((await server.ask({ url: '/site/keys', headers: { cookie } })).statusCode).toBe(200);
  });
});

describe('the limit of requests', () => {
  const engine = sqlite();

  test('is over the website too, and a refusal is open to no other origin', async () => {
    const { ask } = await openTestServer(engine, { rateLimit: 1 });
    await ask('/site/session');
    const refused = await ask({ url: '/site/session', headers: { origin: 'http://evil.example' } });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toEqual({
      message: expect.stringMatching(
        /^Too many tries\. Please try again in (a second|\d+ (seconds|minutes))\.$/,
      ),
    });
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    expect(refused.headers['cache-control']).toBe('no-store');
  });
});

describe('a server without a website', () => {
  const engine = sqlite();

  test.each(ROUTES)('has no $method $url', async ({ method, url }) => {
    const { ask } = await openTestServer(engine, { site: 'none' });
    expect((await ask({ method, url })).statusCode).toBe(404);
  });
});
