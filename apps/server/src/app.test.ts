import { StoreUnavailable } from '@laurel/store';
import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { endpoints, urlOf } from './testing/endpoints.ts';
import { openTestServer, sqlite, type TestServer } from './testing/test-server.ts';

const UNKNOWN_PATH = {
  message: 'There is nothing at this address. The endpoints are listed at /docs.',
  errors: [{ status: '404', code: 'not_found', title: 'There is nothing at this address.' }],
};
const UNREADABLE = {
  message: 'The request cannot be read. Check the encoding of its URL and its body.',
  errors: [{ status: '400', code: 'bad_request', title: 'The request cannot be read.' }],
};
const TOO_LARGE = {
  message: 'The request is too large. Send less at once.',
  errors: [{ status: '413', code: 'payload_too_large', title: 'The request is too large.' }],
};
const UNAVAILABLE = {
  message: 'The server is starting or under maintenance. Try again in a moment.',
  errors: [
    { status: '503', code: 'service_unavailable', title: 'The server is starting or under maintenance.' },
  ],
};

const [endpoint] = endpoints;
if (endpoint === undefined) throw new Error('There is no endpoint');
const url = urlOf(endpoint);

/** One request for each way that an answer comes about. */
const everyKindOfAnswer: { kind: string; status: number; request: InjectOptions }[] = [
  { kind: 'an answer', status: 200, request: { url: '/API/API_GetUserCompletionProgress.php?u=ab' } },
  { kind: 'an answer that is known', status: 304, request: { url, headers: { 'if-none-match': '*' } } },
  { kind: 'the reply to OPTIONS', status: 204, request: { url, method: 'OPTIONS' } },
  { kind: 'no key', status: 401, request: { url, headers: { 'x-api-key': '' } } },
  { kind: 'a bad query', status: 422, request: { url: '/API/API_GetUserProgress.php' } },
  { kind: 'no such achievement', status: 404, request: { url: '/API/API_GetAchievementUnlocks.php?a=1' } },
  { kind: 'no such path', status: 404, request: { url: '/nothing' } },
  { kind: 'no such method', status: 405, request: { url, method: 'DELETE' } },
  { kind: 'a URL that cannot be decoded', status: 400, request: { url: '/%zz' } },
  { kind: 'too large a body', status: 413, request: { url, method: 'POST', payload: 'x'.repeat(1_048_577) } },
  { kind: 'the Connect API', status: 422, request: { url: '/dorequest.php' } },
  { kind: 'a picture', status: 200, request: { url: '/Badge/00001.png' } },
  { kind: 'the document', status: 200, request: { url: '/openapi.json' } },
];

describe('every answer', () => {
  let server: TestServer;
  const engine = sqlite();
  beforeAll(async () => {
    server = await openTestServer(engine, { rateLimit: 1000 });
  });

  test.each(everyKindOfAnswer)(
    '$kind is open to every origin, and says what is left',
    async ({ status, request }) => {
      const answer = await server.askWithKey('', request);
      expect(answer.statusCode).toBe(status);
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': expect.stringMatching(/ETag.*RateLimit-Remaining.*Retry-After/),
        'ratelimit-limit': '1000',
        'ratelimit-remaining': expect.stringMatching(/^\d+$/),
        'ratelimit-reset': expect.stringMatching(/^\d+$/),
      });
    },
  );
});

describe('what is not there, or cannot be read', () => {
  let server: TestServer;
  const engine = sqlite();
  beforeAll(async () => {
    server = await openTestServer(engine);
  });

  test.each<InjectOptions>([
    { url: '/nowhere' },
    { url: '/API' },
    { url: '/API/API_GetNothing.php' },
    { url: '/api/api_getuserprogress.php' },
    { url: '/API/API_GetUserProgress.php/' },
    { url: '/elsewhere.html?y=%zz' },
    { url: '/../../etc/passwd' },
    { url: '/nothing', method: 'POST', payload: '{', headers: { 'content-type': 'application/json' } },
    { url: '/nothing', method: 'PUT', payload: '<', headers: { 'content-type': 'text/xml' } },
    { url: '/nothing', method: 'DELETE' },
  ])('$method $url is a 404', async (request) => {
    const answer = await server.ask(request);
    expect([answer.statusCode, answer.json()]).toEqual([404, UNKNOWN_PATH]);
  });

  test.each(['/%', '/%zz', '/API/%E0%A4%A', '/Badge/%ff%'])('%s is a 400', async (path) => {
    const answer = await server.ask(path);
    expect([answer.statusCode, answer.json()]).toEqual([400, UNREADABLE]);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('a body of over 1 MiB is a 413, one of 1 MiB is not', async () => {
    const post = (bytes: number) => server.askWithKey(url, { method: 'POST', payload: 'x'.repeat(bytes) });
    const [refused, taken] = [await post(1_048_577), await post(1_048_576)];
    expect([refused.statusCode, refused.json()]).toEqual([413, TOO_LARGE]);
    expect(taken.statusCode).not.toBe(413);
  });
});

describe('the limit of requests', () => {
  const engine = sqlite();

  test('the last one is answered, the next is a 429 that says when to come again', async () => {
    const server = await openTestServer(engine, { rateLimit: 3 });
    const ask = () => server.ask({ url: '/API/API_GetUserProgress.php' });
    const left = [await ask(), await ask(), await ask()];
    expect(left.map((answer) => answer.statusCode)).toEqual([401, 401, 401]);
    expect(left.map((answer) => answer.headers['ratelimit-remaining'])).toEqual(['2', '1', '0']);

    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toEqual({
      message: 'Too many requests. Wait for as many seconds as Retry-After says.',
      errors: [{ status: '429', code: 'too_many_requests', title: 'Too many requests.' }],
    });
    expect(refused.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('Retry-After'),
      'ratelimit-remaining': '0',
      'ratelimit-reset': refused.headers['retry-after'],
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  test('it is over both APIs, and a supervisor is not limited', async () => {
    const { ask } = await openTestServer(engine, { rateLimit: 1 });
    await ask('/dorequest.php?r=x');
    expect((await ask('/%zz')).statusCode).toBe(429);
    const refused = await ask({ url: '/dorequest.php?r=gameid&m=x', method: 'POST' });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('/health')).json()).toEqual({ status: 'ok' });
    expect((await ask('/ready')).json()).toEqual({ status: 'ready' });
  });

  test('each address has its own', async () => {
    const { ask } = await openTestServer(engine, { rateLimit: 1 });
    const from = (remoteAddress: string) => ask({ url: '/nowhere', remoteAddress });
    expect((await from('10.0.0.1')).statusCode).toBe(404);
    expect((await from('10.0.0.1')).statusCode).toBe(429);
    expect((await from('10.0.0.2')).statusCode).toBe(404);
  });

  test('X-Forwarded-For is believed only behind a proxy, and then only what the proxy wrote', async () => {
    const statuses = async (trustProxy: boolean, ...forwarded: string[]) => {
      const { ask } = await openTestServer(engine, { rateLimit: 1, trustProxy });
      const answers = [];
      for (const header of forwarded)
        answers.push(await ask({ url: '/nowhere', headers: { 'x-forwarded-for': header } }));
      return answers.map((answer) => answer.statusCode);
    };
    expect(await statuses(false, '10.0.0.1', '10.0.0.2')).toEqual([404, 429]);
    expect(await statuses(true, '10.0.0.1', '10.0.0.2')).toEqual([404, 404]);
    expect(await statuses(true, '10.9.9.1, 10.0.0.1', '10.9.9.2, 10.0.0.1')).toEqual([404, 429]);
  });
});

describe('a store that does not answer', () => {
  const engine = sqlite();
  const unavailable = () => Promise.reject(new StoreUnavailable('PostgreSQL does not answer'));

  test.each(endpoints)('$name is a 503, which says when to try again', async (down) => {
    const server = await openTestServer(engine, { overrides: { look: unavailable } });
    const answer = await server.askWithKey(urlOf(down));
    expect([answer.statusCode, answer.json()]).toEqual([503, UNAVAILABLE]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('/ready is a 503, /health is not', async () => {
    const { ask } = await openTestServer(engine, { overrides: { isEmpty: unavailable } });
    expect((await ask('/ready')).statusCode).toBe(503);
    expect((await ask('/health')).statusCode).toBe(200);
  });
});

test('an error that nobody foresaw is a 500 that tells nothing of it', async () => {
  const secret = () => Promise.reject(new Error('the secret'));
  const server = await openTestServer(sqlite(), { overrides: { look: secret } });
  const answer = await server.askWithKey(url);
  expect(answer.statusCode).toBe(500);
  expect(answer.json().errors).toEqual([
    { status: '500', code: 'internal_error', title: 'The server failed.' },
  ]);
  expect(answer.body).not.toContain('secret');
});

describe('an address with two slashes, as an emulator makes whose setting of the host ends in one', () => {
  const engine = sqlite();
  test.each(['//dorequest.php?r=gameid&m=0', '//Badge/00000.png', '//UserPic/Alice.png', '//health'])(
    '%s is found',
    async (address) => {
      const server = await openTestServer(engine);
      expect((await server.ask(address)).statusCode).toBe(200);
    },
  );
});
