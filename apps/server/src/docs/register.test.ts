import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
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

  test('/docs is a page that loads nothing from elsewhere', async () => {
    const page = await server.ask('/docs/');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const loaded = [...page.body.matchAll(/<(?:script|link|img)[^>]*?(?:src|href)="([^"]+)"/g)].map(
      ([, url = '']) => url,
    );
    expect(loaded.length).toBeGreaterThan(0);
    for (const url of loaded) expect(url).not.toMatch(/^(?:https?:)?\/\//);
    expect((await server.ask('/docs')).statusCode).toBeLessThan(400);
  });
});
