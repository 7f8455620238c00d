import { gunzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserAt, makeAccounts } from '../site/testing/browser.ts';
import { endpoints } from '../testing/endpoints.ts';
import { openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { VERSION } from '../version.ts';

let server: TestServer;
describe('the reference', () => {
  const engine = sqlite();
  beforeAll(async () => {
    server = await openTestServer(engine);
  });

  test('/openapi.json is valid OpenAPI 3.1, of this version, with every endpoint that is mounted', async () => {
    const document = (await server.ask('/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info.version).toBe(VERSION);
    expect(Object.keys(document.paths)).toEqual(endpoints.map((endpoint) => endpoint.path));
    expect(await new Validator().validate(document)).toEqual({ valid: true });
  });

  test('/openapi.json needs no key, and has an ETag', async () => {
    const { headers } = await server.ask('/openapi.json');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const again = await server.ask({
      url: '/openapi.json',
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('/docs is a page that loads nothing from elsewhere, and runs no script but its own', async () => {
    const page = await server.ask('/docs/');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*connect-src 'self';/);
    expect(page.body).not.toMatch(/<script(?![^>]* src=)/);
    const loaded = [...page.body.matchAll(/<(?:script|link|img)[^>]*?(?:src|href)="([^"]+)"/g)].map(
      ([, url = '']) => url,
    );
    for (const url of loaded.filter((address) => address.startsWith('/docs/'))) {
      expect((await server.ask(url)).statusCode).toBe(200);
    }
    expect(loaded.filter((url) => url.endsWith('.js'))).toHaveLength(2);
    for (const url of loaded) expect(url).toMatch(/^\/[^/]/);
    expect((await server.ask('/docs')).headers.location).toBe('/docs/');
  });

  test('/docs is sent compressed to who takes it, and once', async () => {
    const url = '/docs/scalar.js';
    const { headers, body } = await server.ask(url);
    const compressed = await server.ask({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(compressed.rawPayload).toString()).toBe(body);
    const again = await server.ask({ url, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('/docs has nothing else', async () => {
    for (const url of ['/docs/none.js', '/docs/..%2fregister.ts', '/docs/js/scalar.js']) {
      expect((await server.ask(url)).statusCode).toBe(404);
    }
  });

  test('/docs has no key in it, whoever asks', async () => {
    await makeAccounts(server, 'Ada');
    const browser = browserAt(server.app);
    await browser.signIn('Ada');
    expect((await browser.get('/docs/')).body).toBe((await server.ask('/docs/')).body);
  });
});
