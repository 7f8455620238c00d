import { gunzipSync } from 'node:zlib';
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

  test('/openapi.json is sent compressed to who takes it, and once', async () => {
    const plain = await server.ask('/openapi.json');
    const headers = { 'accept-encoding': 'gzip, br' };
    const compressed = await server.ask({ url: '/openapi.json', headers });
    expect(compressed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'accept-encoding']);
    expect(gunzipSync(compressed.rawPayload).toString()).toBe(plain.body);
    const etag = String(compressed.headers.etag);
    const again = await server.ask({ url: '/openapi.json', headers: { ...headers, 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});
