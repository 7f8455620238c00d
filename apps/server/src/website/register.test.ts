import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/laurel.ts';
import { registerWebsite } from './register.ts';

const SCRIPT = 'export const page = 1;\n';

describe('the website', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder.path, 'assets'));
  writeFileSync(join(folder.path, 'index.html'), '<!doctype html><div id="app"></div>');
  writeFileSync(join(folder.path, 'theme.js'), SCRIPT);
  writeFileSync(join(folder.path, 'assets/main-1a2b.js'), SCRIPT);
  writeFileSync(join(folder.path, 'assets/main-1a2b.js.gz'), gzipSync(SCRIPT));
  const app = Fastify();
  await registerWebsite(app, folder.path);

  afterAll(() => folder[Symbol.dispose]());

  it.each(['/', '/games?system=1', '/game/1', '/achievement/9?page=2', '/user/Scott/progress', '/account'])(
    'has a page at %s, which runs no script but its own',
    async (url) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toMatch(/script-src 'self'; /);
      expect(answer.headers['content-security-policy']).not.toContain('unsafe');
      expect(answer.body).toContain('<div id="app">');
    },
  );

  it.each(['/elsewhere', '/assets/', '/assets/none.js', '/..%2f..%2fpackage.json', '/assets/../index.htm'])(
    'has nothing at %s',
    async (url) => {
      expect((await app.inject(url)).statusCode).toBe(404);
    },
  );

  it('is kept by browsers where the name says what is in it', async () => {
    expect((await app.inject('/assets/main-1a2b.js')).headers['cache-control']).toContain('immutable');
    expect((await app.inject('/theme.js')).headers['cache-control']).toBe('no-cache');
  });

  it('is sent compressed to who takes it', async () => {
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    const answer = await app.inject({ url: '/assets/main-1a2b.js', headers });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.rawPayload).toString()).toBe(SCRIPT);
    expect((await app.inject('/assets/main-1a2b.js')).body).toBe(SCRIPT);
  });

  it('says what to do where it is not built', async () => {
    const bare = Fastify();
    await registerWebsite(bare, join(folder.path, 'nowhere'));
    const answer = await bare.inject('/');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm run build -w @laurel/web');
  });
});
