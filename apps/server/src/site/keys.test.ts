import { beforeEach, describe, expect, test } from 'vitest';
import { type Listening, listening, listeningTo } from '../testing/listening.ts';
import { describeOnBothEngines, openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { type Browser, browserAt, makeAccounts } from './testing/browser.ts';

const DAY = 24 * 60 * 60;
const HOUR = 60 * 60;
const NOW = 2_000_000_000;
/** An answer for every key, and a 401 without one. */
const URL = '/API/API_GetUserCompletionProgress.php?u=Ada';

describeOnBothEngines('keys of one own', (engine) => {
  let server: TestServer;
  let browser: Browser;
  let now: number;
  beforeEach(async () => {
    now = NOW;
    server = await openTestServer(engine, { now: () => now });
    await makeAccounts(server, 'Ada', 'Boris');
    browser = browserAt(server.app);
    await browser.signIn('Ada');
  });

  const make = async (name: string) => (await browser.post('/site/keys', { name })).json();
  const list = async () => (await browser.get('/site/keys')).json().keys;
  const statusOf = async (key: string) =>
    (await server.ask({ url: URL, headers: { 'x-api-key': key } })).statusCode;

  test('are shown once, open the Web API, and are listed, the newest first', async () => {
    expect(await list()).toEqual([]);
    const phone = (await browser.post('/site/keys', { name: '  phone ' })).json();
    expect(phone).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      name: 'phone',
      createdAt: NOW,
      lastUsedAt: null,
      key: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
    });
    now += 1;
    const tablet = await make('<b>"tablet"</b>');
    expect([await statusOf(phone.key), await statusOf(`${phone.key}x`)]).toEqual([200, 401]);
    now += 1;
    const { key: _, ...shownOfPhone } = phone;
    const { key: __, ...shownOfTablet } = tablet;
    expect(await list()).toEqual([shownOfTablet, { ...shownOfPhone, lastUsedAt: NOW + 1 }]);
  });

  test('are listed as used to the hour, also where the answer is known and goes the short way', async () => {
    const { key } = await make('phone');
    const short = await listeningTo(await server.anotherApp());
    const here = await listeningTo(server.app);
    const ask = async ({ ask: askThere }: Listening) =>
      expect((await askThere({ url: `${URL}&y=${key}` })).statusCode).toBe(200);
    for (let n = 0; n < 4; n += 1) await ask(here);
    expect((await list())[0].lastUsedAt).toBe(NOW);
    now += HOUR - 1;
    await ask(here);
    expect((await list())[0].lastUsedAt).toBe(NOW);
    now += 1;
    for (let n = 0; n < 4; n += 1) await ask(here);
    expect((await list())[0].lastUsedAt).toBe(NOW + HOUR);
    // Another server does not note it again within the hour.
    now += 10;
    await ask(short);
    await short.close();
    await here.close();
    expect((await list())[0].lastUsedAt).toBe(NOW + HOUR);
  });

  test('are revoked by their player alone, and open nothing from then on', async () => {
    const [phone, tablet] = [await make('phone'), await make('tablet')];
    const boris = browserAt(server.app);
    await boris.signIn('Boris');
    for (let n = 0; n < 3; n += 1) expect(await statusOf(phone.key)).toBe(200);

    const refused = await boris.delete(`/site/keys/${phone.id}`);
    expect([refused.statusCode, refused.json()]).toEqual([
      404,
      { message: 'You have no such key; it may be revoked already.' },
    ]);
    expect(await statusOf(phone.key)).toBe(200);
    const revoked = await browser.delete(`/site/keys/${phone.id}`);
    expect([revoked.statusCode, revoked.json()]).toEqual([200, {}]);
    expect([await statusOf(phone.key), await statusOf(tablet.key)]).toEqual([401, 200]);
    expect((await browser.delete(`/site/keys/${phone.id}`)).statusCode).toBe(404);
    expect((await list()).map(({ name }: { name: string }) => name)).toEqual(['tablet']);
  });

  test.each(['', '   ', 'x'.repeat(101), 'two\nlines', 'a\0b', '\ud800'])(
    'have a name; not %j',
    async (name) => {
      const answer = await browser.post('/site/keys', { name });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().fields).toEqual({
        name: 'The name of a key has 1 to 100 characters, in one line.',
      });
    },
  );

  test('are a hundred at most', async () => {
    const { playerId } = (await server.store.findAccount('Ada')) ?? expect.fail();
    for (let n = 0; n < 100; n += 1) {
      await server.store.savePlayerKey(playerId, { hash: `${n}`.padStart(64, '0'), name: 'x', now });
    }
    const answer = await browser.post('/site/keys', { name: 'one more' });
    expect([answer.statusCode, answer.json()]).toEqual([
      409,
      { message: 'You have too many keys. Please revoke one first.' },
    ]);
  });
});

describe("a visitor's key", () => {
  const engine = sqlite();

  const keyOf = async ({ ask }: TestServer) => (await ask('/site/session')).json().visitorKey.key as string;

  test('opens the Web API wherever a key does, on both ways, until it expires', async () => {
    let now = NOW;
    const server = await openTestServer(engine, { now: () => now });
    const [long, short] = [
      await listening(server.app.fastify.routing),
      await listeningTo(await server.anotherApp()),
    ];
    const key = await keyOf(server);
    const ways = [
      { url: `${URL}&y=${key}`, headers: {} },
      { url: URL, headers: { 'x-api-key': key } },
      { url: URL, headers: { authorization: `Bearer ${key}` } },
    ];
    const statuses = async () => {
      const answers = [];
      // The second time and from then on, the answer is known.
      for (const way of [...ways, ...ways, ...ways]) {
        for (const { ask } of [long, short]) answers.push((await ask(way)).statusCode);
      }
      return new Set(answers);
    };
    expect(await statuses()).toEqual(new Set([200]));
    const expiry = NOW - (NOW % HOUR) + DAY;
    now = expiry - 1;
    expect(await statuses()).toEqual(new Set([200]));
    now = expiry;
    expect(await statuses()).toEqual(new Set([401]));
    await long.close();
    await short.close();
  });

  test('is the same within the hour', async () => {
    let now = NOW - (NOW % HOUR);
    const server = await openTestServer(engine, { now: () => now });
    const first = await keyOf(server);
    now += HOUR - 1;
    expect(await keyOf(server)).toBe(first);
    now += 1;
    expect(await keyOf(server)).not.toBe(first);
  });

  test.each(['sent alone', 'beside a right one'])('that is forged opens nothing: %s', async (way) => {
    const server = await openTestServer(engine);
    const [key, others] = [await keyOf(server), await keyOf(await openTestServer(engine))];
    const [, expiry = '', mac = ''] = key.split('.');
    const forged = [
      others,
      `site.${Number(expiry) + HOUR}.${mac}`,
      `site.${expiry}.${'A'.repeat(43)}`,
      `site.${expiry}`,
      'site.',
      `${key}A`,
      key.toUpperCase(),
    ];
    for (const y of forged) {
      const headers = way === 'sent alone' ? {} : { 'x-api-key': key };
      expect((await server.ask({ url: `${URL}&y=${y}`, headers })).statusCode).toBe(401);
    }
    expect((await server.ask(`${URL}&y=${key}`)).statusCode).toBe(200);
  });

  test('is good at every server on the same database, and opens nothing where there is no website', async () => {
    const server = await openTestServer(engine);
    const url = `${URL}&y=${await keyOf(server)}`;
    expect((await (await server.anotherApp()).fastify.inject(url)).statusCode).toBe(200);
    const without = await openTestServer(engine, { site: 'none' });
    expect((await without.ask(url)).statusCode).toBe(401);
  });
});
