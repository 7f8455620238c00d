import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { registerMedia } from './register.ts';

const data = mkdtempSync(join(tmpdir(), 'laurel-media-'));
for (const folder of ['Badge', 'Images/box', 'UserPic/folder.png'])
  mkdirSync(join(data, folder), { recursive: true });
const put = (file: string, content: string | Buffer) => writeFileSync(join(data, file), content);
put('Badge/own.png', 'own badge');
put('Badge/both.png', 'both badge');
put('Badge/both_lock.png', 'both badge, locked');
put('Images/box/art.jpg', 'box art');
put('Images/huge.png', Buffer.alloc(5 * 1024 * 1024));
put('secret.png', 'not to be seen');

const app = Fastify();
await registerMedia(app, { data });
afterAll(async () => {
  await app.close();
  rmSync(data, { recursive: true });
});

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const sideOf = (png: Buffer) => png.readUInt32BE(16);

describe('a picture in the data folder', () => {
  it.each([
    ['/Badge/own.png', 'own badge', 'image/png'],
    ['/Badge/both_lock.png', 'both badge, locked', 'image/png'],
    ['/Images/box/art.jpg', 'box art', 'image/jpeg'],
  ])('is served: %s', async (url, body, type) => {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([200, body, type]);
  });
});

describe('a picture that nobody has put there', () => {
  it.each([
    ['/Badge/00000.png', 64],
    ['/Badge/00000_lock.png', 64],
    ['/Badge/own_lock.png', 64],
    ['/Images/000001.png', 96],
    ['/Images/missing.jpg', 96],
    ['/Images/huge.png', 96],
    ['/UserPic/_User.png', 128],
    ['/UserPic/folder.png', 128],
  ])('is generated: %s', async (url, side) => {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
    expect(answer.rawPayload.subarray(0, 8)).toEqual(SIGNATURE);
    expect(sideOf(answer.rawPayload)).toBe(side);
  });

  it('is the same each time, and another for each name', async () => {
    const urls = [
      '/Badge/1.png',
      '/Badge/2.png',
      '/Badge/1_lock.png',
      '/Badge/own_lock.png',
      '/UserPic/1.png',
    ];
    const once = await Promise.all(urls.map((url) => app.inject(url)));
    const again = await Promise.all(urls.map((url) => app.inject(url)));
    const bodies = once.map(({ rawPayload }) => rawPayload.toString('latin1'));
    expect(again.map(({ rawPayload }) => rawPayload.toString('latin1'))).toEqual(bodies);
    expect(new Set(bodies).size).toBe(urls.length);
  });

  it('of a user is the same in any spelling', async () => {
    const [one, two] = [await app.inject('/UserPic/Alice.png'), await app.inject('/UserPic/aLICE.png')];
    expect(one.rawPayload).toEqual(two.rawPayload);
  });
});

describe('a client that has the picture', () => {
  it.each(['/Badge/own.png', '/Badge/00000.png'])('is told so: %s', async (url) => {
    const first = await app.inject(url);
    expect(first.headers['cache-control']).toBe('public, max-age=300');
    const etag = String(first.headers.etag);
    const again = await app.inject({ url, headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    const other = await app.inject({ url, headers: { 'if-none-match': '"other"' } });
    expect(other.statusCode).toBe(200);
  });
});

it('HEAD says what GET would', async () => {
  const [head, get] = [
    await app.inject({ method: 'HEAD', url: '/Badge/00000.png' }),
    await app.inject('/Badge/00000.png'),
  ];
  expect([head.statusCode, head.body]).toEqual([200, '']);
  for (const name of ['content-type', 'content-length', 'etag']) {
    expect(head.headers[name], name).toBe(get.headers[name]);
  }
});

describe('what is no picture', () => {
  it.each([
    '/Images/',
    '/Images/../secret.png',
    '/Images/..%2fsecret.png',
    '/Images/%2e%2e/secret.png',
    '/Images/%2e%2e%2fsecret.png',
    '/Images/..%5csecret.png',
    '/Images/%2fetc%2fpasswd.png',
    '/Badge/own.png%00',
    '/Badge/own.txt',
    '/Badge/.own.png',
    `/Badge/${'x'.repeat(300)}.png`,
    `/Images/${'x/'.repeat(90)}x.png`,
  ])('is not found: %s', async (url) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('not to be seen');
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });
});
