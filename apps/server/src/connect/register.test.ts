import { StoreUnavailable } from '@laurel/store';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { encode, form, MISSING_PARAMETER, startConnectServer } from './testing/connect-server.ts';

const server = await startConnectServer();
afterAll(() => server[Symbol.asyncDispose]());
const alice = await server.signIn('Alice');
const { app } = server;
const url = '/dorequest.php';

describe('fields', () => {
  const rest = { ...alice, g: 77, h: 1 };
  const expected = { Success: true, GameID: 77, HardcoreMode: true, UserUnlocks: [] };

  it.each([
    ['in a query', { method: 'GET', url: `${url}?${encode({ r: 'unlocks', ...rest })}` }],
    ['in the query of a POST', { method: 'POST', url: `${url}?${encode({ r: 'unlocks', ...rest })}` }],
    ['in a form', { method: 'POST', url, ...form({ r: 'unlocks', ...rest }) }],
    ['in both', { method: 'POST', url: `${url}?r=unlocks`, ...form(rest) }],
    [
      'in both, where the form counts',
      { method: 'POST', url: `${url}?r=ping&g=1`, ...form({ r: 'unlocks', ...rest }) },
    ],
    ['with blanks around them', { method: 'POST', url, ...form({ r: ' unlocks', ...rest, g: ' 77 ' }) }],
    [
      'more than once, where the last counts',
      { method: 'GET', url: `${url}?g=1&${encode({ r: 'unlocks', ...rest })}` },
    ],
  ] as const)('are taken %s', async (_, request) => {
    const answer = await app.inject(request);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(expected);
  });

  it('has the token as a bearer too, and that of the query first', async () => {
    const fields = { r: 'unlocks', u: alice.u, g: 77 };
    const bearer = { authorization: `Bearer ${alice.t}` };
    const alone = await app.inject({ url: `${url}?${encode(fields)}`, headers: bearer });
    expect(alone.statusCode).toBe(200);
    const beside = await app.inject({ url: `${url}?${encode({ ...fields, t: 'wrong' })}`, headers: bearer });
    expect(beside.statusCode).toBe(401);
  });

  it.each([
    ['application/json', '{"r":"gameid"}'],
    ['application/x-www-form-urlencoded; charset=UTF-8', 'r=gameid&m='],
    ['multipart/form-data; boundary=x', '--x--'],
    ['nonsense', 'r=gameid'],
    ['text/plain', 'r=gameid'],
  ])('a body of the type %s is no reason to refuse', async (type, payload) => {
    const request = {
      method: 'POST',
      url: `${url}?r=gameid&m=`,
      headers: { 'content-type': type },
      payload,
    } as const;
    const answer = await app.inject(request);
    expect(answer.json()).toEqual({ Success: true, GameID: 0 });
  });
});

describe('r', () => {
  const unknown = (message: string) => ({
    Success: false,
    Status: 422,
    Code: 'invalid_parameter',
    Error: message,
  });

  it.each([
    ['foo', unknown('Unknown request: foo')],
    ['Ping', unknown('Unknown request: Ping')],
    ['', unknown('Unknown request: [null]')],
    ['__proto__', unknown('Unknown request: __proto__')],
    ['x'.repeat(1_000), unknown(`Unknown request: ${'x'.repeat(40)}`)],
  ])('is not %j', async (r, body) => {
    for (const answer of [await server.post({ r }), await server.get({ r, ...alice })]) {
      expect([answer.statusCode, answer.json()]).toEqual([422, body]);
    }
  });

  it('is needed', async () => {
    for (const answer of [await server.post({}), await server.get({})]) {
      expect([answer.statusCode, answer.json()]).toEqual([422, MISSING_PARAMETER]);
    }
  });
});

describe('an answer', () => {
  it('is JSON with its length, and kept by nobody', async () => {
    for (const answer of [await server.post({ r: 'gameid', m: '' }), await server.get({ r: 'foo' })]) {
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length));
      expect(answer.headers['cache-control']).toBe('no-store, no-transform');
    }
  });

  it('of HEAD is that of GET without its body', async () => {
    const answer = await app.inject({ method: 'HEAD', url: `${url}?r=gameid&m=` });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });

  it('refuses other methods', async () => {
    const answer = await app.inject({ method: 'DELETE', url });
    expect(answer.statusCode).toBe(405);
    expect(answer.json()).toMatchObject({ Success: false, Status: 405 });
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain'])(
    'refuses too large a body (%s)',
    async (type) => {
      const payload = `m=${'x'.repeat(100_000)}`;
      const answer = await app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
      expect(answer.statusCode).toBe(413);
      expect(answer.json()).toMatchObject({ Success: false, Status: 413, Code: 'payload_too_large' });
    },
  );

  it.each(['a"><script>', 'a b', `a.${'b'.repeat(300)}`])('names no host that is none: %j', async (host) => {
    const headers = { host };
    const answer = await app.inject({ url: `${url}?${encode({ r: 'login', ...alice })}`, headers });
    expect(answer.json().AvatarUrl).toBe('http://localhost/UserPic/Alice.png');
  });
});

describe('an unlock that cannot be recorded now', () => {
  it.each([
    ['the store does not answer', new StoreUnavailable('busy')],
    ['something is wrong that nobody foresaw', new Error('a bug')],
  ])('is answered so that the emulator tries again, when %s', async (_, error) => {
    await using broken = await startConnectServer();
    const credentials = await broken.signIn('Alice');
    broken.override({ recordUnlock: () => Promise.reject(error) });
    const answer = await broken.post({ r: 'awardachievement', ...credentials, a: 9 });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      Success: false,
      Status: 503,
      Code: 'service_unavailable',
      Error: 'The server is starting or under maintenance.',
    });
  });
});

describe('whatever is sent', () => {
  const names = ['u', 't', 'p', 'g', 'm', 'a', 'h', 'o', 'v', 'f', 'k', 'x'];
  const requests = ['patch', 'achievementsets', 'unlocks', 'startsession', 'ping', 'postactivity'];
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('9', '77', '3', '-1', '0', '2147483648', '1e9', 'true', 'Alice', alice.t, '\0', "'"),
    fc.bigInt().map(String),
  );
  const fields = fc.dictionary(fc.constantFrom(...names), value);
  const request = fc.constantFrom(...requests, 'awardachievement', 'gameid', 'login2', 'foo');

  it('is answered in JSON that says whether it succeeded, and never with a failure of the server', async () => {
    await fc.assert(
      fc.asyncProperty(request, fields, fc.boolean(), fc.boolean(), async (r, sent, signedIn, byForm) => {
        const all = { ...(signedIn && r !== 'login2' ? alice : {}), ...sent, r };
        const answer = byForm ? await server.post(all) : await server.get(all);
        expect(answer.statusCode).toBeLessThan(500);
        const body = answer.json();
        expect(typeof body.Success).toBe('boolean');
        if (body.Success) expect(body).not.toHaveProperty('Code');
        else expect(body.Error).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('is answered in JSON, even where it is not text at all', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(request, bytes, async (r, noise) => {
        const payload = Buffer.concat([Buffer.from(`r=${r}&`), noise]);
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const answer = await app.inject({ method: 'POST', url, headers, payload });
        expect(answer.statusCode).toBeLessThan(500);
        expect(typeof answer.json().Success).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});
