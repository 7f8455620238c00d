import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints, urlOf } from '../testing/endpoints.ts';
import { type Listening, listening, listeningTo, type RealRequest } from '../testing/listening.ts';
import { malformedRequests } from '../testing/malformed-requests.ts';
import { isSendable, lastingPartOf } from '../testing/same-answer.ts';
import { openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { testWorld } from '../testing/test-world.ts';

describe('what goes the short way gets what the framework would have answered', () => {
  const engine = sqlite();
  let server: TestServer;
  let short: Listening;
  let long: Listening;
  let key: Record<string, string>;

  beforeAll(async () => {
    server = await openTestServer(engine, { world: testWorld() });
    long = await listening(server.app.fastify.routing);
    short = await listeningTo(await server.anotherApp());
    key = { 'x-api-key': server.key };
  });
  afterAll(() => Promise.all([short.close(), long.close()]));

  /** The first time an answer is made, the second time it is known. */
  async function expectSame(request: RealRequest) {
    const expected = lastingPartOf(await long.ask(request));
    for (const time of ['first', 'second']) {
      expect(lastingPartOf(await short.ask(request)), `${time} time: ${JSON.stringify(request)}`).toEqual(
        expected,
      );
    }
    return expected;
  }

  describe.each(endpoints)('$name', (endpoint) => {
    test('a good request', async () => {
      const { statusCode, headers } = await expectSame({ url: urlOf(endpoint), headers: key });
      expect([200, 404]).toContain(statusCode);
      expect(headers).toMatchObject({ 'access-control-allow-origin': '*' });
      await expectSame({ url: urlOf(endpoint), method: 'HEAD', headers: key });
      await expectSame({ url: `${urlOf(endpoint)}&y=${server.key}` });
      await expectSame({ url: urlOf(endpoint), headers: { authorization: `Bearer ${server.key}` } });
    });

    test('whoever has the answer', async () => {
      const { headers } = await expectSame({ url: urlOf(endpoint), headers: key });
      const etags = [
        String(headers.etag),
        `W/${headers.etag}`,
        `"other", ${headers.etag}`,
        '*',
        '"other"',
        '',
      ];
      for (const etag of etags) {
        for (const method of ['GET', 'HEAD', 'POST']) {
          await expectSame({ url: urlOf(endpoint), method, headers: { ...key, 'if-none-match': etag } });
        }
      }
    });

    test.each([
      '',
      '?',
      '?y=',
      '?y=nobody',
      '?u=&i=x&a=0&c=-1',
      '?u=%00',
      '?u[]=x',
      '#fragment',
      '?u=x#fragment',
      '/',
      '?y=a&y=b',
    ])('a bad one: %s', async (query) => {
      for (const headers of [{}, key, { 'x-api-key': 'nobody' }]) {
        await expectSame({ url: `${endpoint.path}${query}`, headers });
      }
    });

    test('what a GET should not have, and other ways to write the address', async () => {
      await expectSame({
        url: urlOf(endpoint),
        headers: { ...key, 'content-type': 'a/b', 'content-length': '1' },
        payload: 'x',
      });
      await expectSame({
        url: urlOf(endpoint),
        headers: { ...key, 'transfer-encoding': 'chunked' },
        payload: 'x',
      });
      await expectSame({ url: `/${urlOf(endpoint)}`, headers: key });
      await expectSame({ url: urlOf(endpoint).replace('API_', 'API%5F'), headers: key });
      await expectSame({ url: `${urlOf(endpoint)}&=&&z&__proto__=1&u`, headers: key });
    });
  });

  test('keys that disagree', async () => {
    for (const endpoint of endpoints) {
      await expectSame({ url: `${urlOf(endpoint)}&y=other`, headers: key });
      await expectSame({ url: urlOf(endpoint), headers: { ...key, authorization: 'Bearer other' } });
    }
  });

  test.each(['Pokémon', 'ポケットモンスター', '👾', 'é'.repeat(20_000)])(
    'an answer that is not ASCII',
    async (title) => {
      await server.store.importWorld([{ type: 'game', id: 90_001, systemId: 1, title }], 0);
      const { body } = await expectSame({ url: '/API/API_GetGame.php?i=90001', headers: key });
      expect(JSON.parse(body).Title).toBe(title);
    },
  );

  test('two requests that differ only in where a line ends are two', async () => {
    const url = urlOf(endpoints[0] ?? expect.fail());
    await expectSame({ url, headers: { authorization: `Bearer ${server.key}` } });
    await expectSame({ url: `${url}%0A${server.key}`, headers: {} });
    await expectSame({ url: `${url}%0A%0ABearer ${server.key}`.replace(' ', '%20'), headers: {} });
  });

  test('any request', async () => {
    const credentials = { key: server.key, username: 'Alice', token: 'none' };
    const requests = fc
      .sample(malformedRequests(credentials), { seed: 7, numRuns: 4000 })
      .filter(({ url, method }) => url.startsWith('/API/') && (method === 'GET' || method === 'HEAD'))
      .filter(isSendable);
    expect(requests.length).toBeGreaterThan(100);
    for (const { url, method, headers } of requests) {
      await expectSame({ url, method: String(method), headers: headers as Record<string, string> });
    }
  });
});

describe('the limit of requests', () => {
  const engine = sqlite();

  test('counts each request once, whichever way it goes', async () => {
    const server = await openTestServer(engine, { world: testWorld(), rateLimit: 6 });
    const short = await listeningTo(server.app);
    const url = urlOf(endpoints[0] ?? expect.fail());
    const asked = [
      { url, headers: { 'x-api-key': server.key } },
      { url },
      { url: '/nothing' },
      { url, method: 'POST' },
      { url, headers: { 'x-api-key': server.key } },
      { url: `${url}&u=`, headers: { 'x-api-key': server.key } },
      { url, headers: { 'x-api-key': server.key } },
      { url: '/nothing' },
    ];
    const left = [];
    for (const request of asked) {
      const { statusCode, headers } = await short.ask(request);
      left.push([headers['ratelimit-remaining'], statusCode === 429]);
    }
    await short.close();
    expect(left).toEqual([
      ...['5', '4', '3', '2', '1', '0'].map((number) => [number, false]),
      ['0', true],
      ['0', true],
    ]);
  });

  test.each([
    { trustProxy: true, left: ['0', '0', '0'] },
    { trustProxy: false, left: ['2', '1', '0'] },
  ])('counts by the address that the proxy has seen: $trustProxy', async ({ trustProxy, left }) => {
    const server = await openTestServer(engine, { world: testWorld(), rateLimit: 3, trustProxy });
    const short = await listeningTo(server.app);
    const url = urlOf(endpoints[0] ?? expect.fail());
    const ask = async (forwarded: string, path = url) => {
      const headers = { 'x-api-key': server.key, 'x-forwarded-for': forwarded };
      return (await short.ask({ url: path, headers })).headers['ratelimit-remaining'];
    };
    if (trustProxy) {
      for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
        await ask(`10.0.0.1, ${address}`);
        // The framework's own idea of the address is the same.
        await ask(`10.0.0.2,${address}`, '/nothing');
      }
    }
    const seen = [];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      seen.push(await ask(`10.0.0.3, ${address}`));
    await short.close();
    expect(seen).toEqual(left);
  });
});
