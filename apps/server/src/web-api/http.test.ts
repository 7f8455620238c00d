import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { endpoints, urlOf } from '../testing/endpoints.ts';
import { openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { testWorld } from '../testing/test-world.ts';

describe.each(endpoints)('$name', (endpoint) => {
  let server: TestServer;
  const engine = sqlite();
  beforeAll(async () => {
    server = await openTestServer(engine, { world: testWorld() });
  });

  const ask = (request: InjectOptions = {}) => server.askWithKey(urlOf(endpoint), request);

  test('POST is answered as GET is', async () => {
    const [got, posted] = await Promise.all([ask(), ask({ method: 'POST' })]);
    expect([posted.statusCode, posted.body]).toEqual([got.statusCode, got.body]);
    expect(posted.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test.each([
    ['application/json', '{"u":'],
    ['application/json', ''],
    ['application/x-www-form-urlencoded', 'u=!&y=wrong&c=0'],
    ['multipart/form-data', 'no boundary'],
    ['text/plain', 'text'],
    ['nonsense', 'nonsense'],
    ['/', '\0'],
    ['', 'a body without a type'],
  ])('POST: a body of type "%s" is not looked at', async (type, payload) => {
    const got = await ask();
    const posted = await ask({ method: 'POST', payload, headers: { 'content-type': type } });
    expect([posted.statusCode, posted.body]).toEqual([got.statusCode, got.body]);
  });

  test('HEAD has the headers of GET, and no body', async () => {
    const [got, head] = await Promise.all([ask(), ask({ method: 'HEAD' })]);
    expect([head.statusCode, head.body]).toEqual([got.statusCode, '']);
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control']) {
      expect(head.headers[name], name).toBe(got.headers[name]);
    }
  });

  test('HEAD needs the key as well', async () => {
    const head = await server.ask({ method: 'HEAD', url: urlOf(endpoint) });
    expect([head.statusCode, head.body]).toEqual([401, '']);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'])(
    '%s is a 405 that says what is allowed',
    async (method) => {
      const answer = await ask({ method: method as 'PUT', headers: { 'content-type': 'text/plain' } });
      expect(answer.statusCode).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD, POST, OPTIONS');
      expect(answer.json().errors).toMatchObject([{ status: '405', code: 'method_not_allowed' }]);
    },
  );

  test('OPTIONS is answered, with or without an origin', async () => {
    for (const headers of [{}, { origin: 'https://app.example' }]) {
      const answer = await server.ask({ method: 'OPTIONS', url: endpoint.path, headers });
      expect([answer.statusCode, answer.body]).toEqual([204, '']);
      expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, POST');
    }
  });

  test('the preflight of a page that sends its own headers', async () => {
    const answer = await server.ask({
      method: 'OPTIONS',
      url: endpoint.path,
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'user-agent,x-api-key,authorization',
      },
    });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': expect.stringContaining('GET'),
      'access-control-allow-headers': 'user-agent,x-api-key,authorization',
    });
  });

  describe('the ETag', () => {
    test('stays as long as the answer does', async () => {
      const [first, second] = await Promise.all([ask(), ask()]);
      expect(first.headers.etag).toMatch(/^"[\w-]{27}"$/);
      expect(second.headers.etag).toBe(first.headers.etag);
    });

    test.each([
      (etag: string) => etag,
      (etag: string) => `W/${etag}`,
      (etag: string) => `"other", ${etag}`,
      (etag: string) => `W/"other",W/${etag} , "third"`,
      () => '*',
    ])('whoever has it gets a 304 without a body (%#)', async (write) => {
      const { etag } = (await ask()).headers;
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await ask({ method, headers: { 'if-none-match': write(String(etag)) } });
        expect([answer.statusCode, answer.body]).toEqual([304, '']);
        expect(answer.headers.etag).toBe(etag);
        expect(answer.headers['cache-control']).toBe('private, no-cache');
      }
    });

    test('whoever has another gets the answer', async () => {
      const { etag } = (await ask()).headers;
      for (const header of ['"other"', String(etag).slice(1, -1), '', 'W/"other", "third"', '""']) {
        expect((await ask({ headers: { 'if-none-match': header } })).statusCode, header).toBe(200);
      }
    });

    test('it does not open the answer to whoever has no key', async () => {
      const { etag } = (await ask()).headers;
      const headers = { 'if-none-match': String(etag) };
      expect((await server.ask({ url: urlOf(endpoint), headers })).statusCode).toBe(401);
    });
  });
});

test('the ETag changes with the answer', async () => {
  const engine = sqlite();
  const server = await openTestServer(engine, { world: testWorld() });
  const url = '/API/API_GetAchievementDistribution.php?i=3';
  const before = await server.askWithKey(url);
  const player = await server.store.findPlayer({ kind: 'username', username: 'Player3' });
  const unlock = { playerId: player?.id ?? 0, achievementId: 3, at: 1_750_000_000, hardcore: true };
  await server.store.recordUnlock(unlock, 1_750_000_000);

  const after = await server.askWithKey(url, { headers: { 'if-none-match': String(before.headers.etag) } });
  expect([before.json(), after.statusCode, after.json()]).toEqual([{ 1: 1 }, 200, { 1: 2 }]);
  expect(after.headers.etag).not.toBe(before.headers.etag);
});
