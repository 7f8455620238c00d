import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/laurel.ts';
import { registerWebsite } from './register.ts';

const SCRIPT = 'export const page = 1;\n';
const PAGES = 'home games game achievement player progress sign-in account welcome docs'.split(' ');

describe('the website', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder.path, 'assets'));
  mkdirSync(join(folder.path, 'pages'));
  for (const page of PAGES) writeFileSync(join(folder.path, `pages/${page}.html`), `<!doctype html>${page}`);
  writeFileSync(join(folder.path, 'theme.js'), SCRIPT);
  writeFileSync(join(folder.path, 'assets/main-1a2b.js'), SCRIPT);
  writeFileSync(join(folder.path, 'assets/main-1a2b.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder.path, 'assets/.secret.js'), SCRIPT);
  const app = Fastify();
  registerWebsite(app, { pages: 'all', built: folder.path });

  afterAll(() => folder[Symbol.dispose]());

  it.each([
    ['/', 'home'],
    ['/games?system=1', 'games'],
    ['/game/1', 'game'],
    ['/achievement/9?page=2', 'achievement'],
    ['/user/Scott', 'player'],
    ['/user/Scott/progress', 'progress'],
    ['/user/Scott/nothing', 'player'],
    ['/sign-in', 'sign-in'],
    ['/account', 'account'],
    ['/welcome?code=x', 'welcome'],
    ['/docs', 'docs'],
    ['/docs/', 'docs'],
    ['/docs/GetUserProgress', 'docs'],
  ])('has at %s the page %s, which runs no script but its own', async (url, page) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toMatch(/script-src 'self'; /);
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    expect(answer.body).toBe(`<!doctype html>${page}`);
  });

  it.each([
    '/elsewhere',
    '/pages/home.html',
    '/assets/',
    '/assets/none.js',
    '/assets/.secret.js',
    '/assets/main-1a2b.js.gz',
    '/assets/..%2ftheme.js',
    '/assets/../index.htm',
    '/..%2f..%2fpackage.json',
  ])('has nothing at %s', async (url) => {
    expect((await app.inject(url)).statusCode).toBe(404);
  });

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
    for (const refused of ['gzip;q=0', 'br', 'deflate, gzip;q=0.0']) {
      const plain = { 'accept-encoding': refused };
      expect((await app.inject({ url: '/assets/main-1a2b.js', headers: plain })).body).toBe(SCRIPT);
    }
  });

  it('is sent once: who has it asks whether it is still the same', async () => {
    const { headers } = await app.inject('/theme.js');
    const again = await app.inject({ url: '/theme.js', headers: { 'if-none-match': `${headers.etag}` } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect((await app.inject({ method: 'HEAD', url: '/theme.js' })).statusCode).toBe(200);
  });

  it('says what to do where it is not built', async () => {
    const bare = Fastify();
    registerWebsite(bare, { pages: 'all', built: join(folder.path, 'nowhere') });
    for (const url of ['/', '/docs', '/docs/GetUserProgress']) {
      const answer = await bare.inject(url);
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain('npm run build -w @laurel/web');
    }
  });

  it('may be the reference alone', async () => {
    const plain = Fastify();
    registerWebsite(plain, { pages: 'reference', built: folder.path });
    for (const url of ['/docs', '/docs/GetUserProgress', '/theme.js', '/assets/main-1a2b.js'])
      expect((await plain.inject(url)).statusCode).toBe(200);
    for (const url of ['/', '/games', '/account', '/welcome'])
      expect((await plain.inject(url)).statusCode).toBe(404);
    const bare = Fastify();
    registerWebsite(bare, { pages: 'reference', built: join(folder.path, 'nowhere') });
    expect([(await bare.inject('/')).statusCode, (await bare.inject('/docs')).statusCode]).toEqual([
      404, 503,
    ]);
  });
});
