import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Callers } from '../http/callers.ts';
import { RequestLimit } from '../http/rate-limit.ts';
import { FailureLimit } from '../limits/failure-limit.ts';
import { secretHash } from '../secrets/secrets.ts';
import { type Listening, listening, listeningTo, type RealRequest } from '../testing/listening.ts';
import { malformedRequests } from '../testing/malformed-requests.ts';
import { isSendable, lastingPartOf } from '../testing/same-answer.ts';
import { openTestServer, sqlite, type TestServer } from '../testing/test-server.ts';
import { testWorld } from '../testing/test-world.ts';
import { ConnectApi, FORM } from './connect-api.ts';
import { connectLane } from './fast-lane.ts';

const NOW = 1_800_000_000;
const TOKEN = 'a token';
const URL = '/dorequest.php';

const ALICE = `u=Alice&t=${encodeURIComponent(TOKEN)}`;

/** A server on a store of its own, in which Alice has a token. */
async function openServer(options: Parameters<typeof openTestServer>[1] = {}): Promise<TestServer> {
  const server = await openTestServer(sqlite(), { world: testWorld(), now: () => NOW, ...options });
  const player = await server.store.findPlayer({ kind: 'username', username: 'Alice' });
  await server.store.saveToken({ hash: secretHash(TOKEN), playerId: player?.id ?? 0, now: NOW });
  return server;
}

function post(
  payload: string,
  { url = URL, type = FORM, ...headers }: Record<string, string> = {},
): RealRequest {
  const length = String(Buffer.byteLength(payload));
  return {
    method: 'POST',
    url,
    headers: { 'content-type': type, 'content-length': length, ...headers },
    payload,
  };
}

describe('what goes the short way gets what the framework would have answered', () => {
  let short: Listening;
  let long: Listening;
  let achievementId: number;

  // Each with a store of its own: what is asked for changes it.
  beforeAll(async () => {
    const [one, other] = [await openServer(), await openServer()];
    long = await listening(one.app.fastify.routing);
    short = await listeningTo(other.app);
    const [game] = await one.store.mostPlayedGames(1);
    achievementId = (await one.store.listAchievements(game?.id ?? 0))[0]?.id ?? expect.fail();
  });
  afterAll(() => Promise.all([short.close(), long.close()]));

  async function expectSame({ headers, ...request }: RealRequest) {
    const sent = { ...request, headers: { host: 'laurel.example', ...headers } };
    const [expected, answer] = [await long.ask(sent), await short.ask(sent)].map((answer) => ({
      ...lastingPartOf(answer),
      // A secret, which is another one each time.
      body: answer.body.replace(/"Token":"\w+"/, ''),
    }));
    expect(answer, JSON.stringify(sent)).toEqual(expected);
    return expected;
  }

  test('an unlock, and the same again', async () => {
    const unlock = `r=awardachievement&a=${achievementId}&h=1&${ALICE}`;
    for (const request of [post(unlock), post(unlock), { url: `${URL}?${unlock}` }]) {
      const answer = await expectSame(request);
      expect(answer?.statusCode).toBe(200);
      expect(answer?.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'no-store, no-transform',
        'content-type': 'application/json; charset=utf-8',
      });
    }
  });

  test.each([
    ['nothing', ''],
    ['no request', ALICE],
    ['one that is unknown', 'r=nothing'],
    ['a wrong token', `r=ping&u=Alice&t=wrong`],
    ['no achievement', `r=awardachievement&a=999999&${ALICE}`],
    ['a missing parameter', `r=awardachievement&${ALICE}`],
    ['a sign-in', `r=login2&${ALICE}`],
    ['what is no text', 'r=%ff%fe&u=\u00ff\u2028'],
    ['a form of the largest size', `r=gameid&m=${'x'.repeat(64 * 1024 - 11)}`],
    ['one that is larger', `r=gameid&m=${'x'.repeat(64 * 1024 - 10)}`],
  ])('%s', async (_, form) => {
    await expectSame(post(form));
    if (form.length < 1_000) {
      const query = encodeURI(form).replaceAll('%25', '%');
      for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS']) {
        await expectSame({ method, url: `${URL}?${query}` });
      }
      await expectSame(post(form, { url: `${URL}?${query}` }));
      await expectSame({ url: `/${URL}?${query}` });
      await expectSame({ url: `${URL}?${query}#fragment` });
    }
  });

  test.each(['application/json', 'nonsense', `${FORM}; charset=x`, FORM.toUpperCase(), ` ${FORM}x`, ';'])(
    'a body of the type %j',
    async (type) => {
      await expectSame(post(`r=login2&${ALICE}`, { type }));
      await expectSame(post('r=gameid&m=', { type, url: `${URL}?r=ping` }));
    },
  );

  test('bodies of other kinds, and none', async () => {
    await expectSame({ method: 'POST', url: URL });
    await expectSame({ method: 'POST', url: `${URL}?r=gameid&m=`, headers: { 'content-length': '0' } });
    await expectSame({ url: URL, headers: { 'content-length': '1' }, payload: 'x' });
    const chunked = { 'content-type': FORM, 'transfer-encoding': 'chunked' };
    await expectSame({ method: 'POST', url: URL, headers: chunked, payload: `r=login2&${ALICE}` });
  });

  test('the addresses of pictures', async () => {
    for (const host of ['example.org', 'a b', '[::1]:80', `a.${'b'.repeat(300)}`]) {
      await expectSame(
        post(`r=login2&${ALICE}`, { host, 'x-forwarded-host': 'forged', 'x-forwarded-proto': 'https' }),
      );
    }
  });

  test('any request', async () => {
    const credentials = { key: 'none', username: 'Alice', token: TOKEN };
    const requests = fc
      .sample(malformedRequests(credentials), { seed: 11, numRuns: 12_000 })
      .filter(({ url }) => url.startsWith(URL))
      .filter(isSendable);
    expect(requests.length).toBeGreaterThan(100);
    for (const { url, method, headers, payload } of requests) {
      const sent = { ...(headers as Record<string, string>) };
      if (payload !== undefined)
        sent['content-length'] = String(Buffer.byteLength(payload as string | Buffer));
      await expectSame({
        url,
        method: String(method),
        headers: sent,
        ...(payload && { payload: payload as string }),
      });
    }
  });
});

describe('behind a proxy', () => {
  test('the origin and the address are those that the proxy has seen, whichever way a request goes', async () => {
    const server = await openServer({ trustProxy: true, rateLimit: 100 });
    const [short, long] = [await listeningTo(server.app), await listening(server.app.fastify.routing)];
    const forwarded = {
      'x-forwarded-for': '10.0.0.1, 192.0.2.1',
      'x-forwarded-host': 'forged, example.org',
      'x-forwarded-proto': 'http, https',
    };
    const request = post(`r=login2&${ALICE}`, forwarded);
    const answers = [await short.ask(request), await long.ask(request)];
    await Promise.all([short.close(), long.close()]);
    expect(answers.map(({ body }) => JSON.parse(body).AvatarUrl)).toEqual(
      Array(2).fill('https://example.org/UserPic/Alice.png'),
    );
    expect(answers.map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['99', '98']);
  });
});

test('a request is counted once, whichever way it goes', async () => {
  const server = await openServer({ rateLimit: 4 });
  const short = await listeningTo(server.app);
  const left = [];
  for (const request of [
    post('r=ping'),
    { url: URL },
    { method: 'DELETE', url: URL },
    post(''),
    post(''),
    { url: URL },
  ]) {
    const { statusCode, headers } = await short.ask(request);
    left.push([headers['ratelimit-remaining'], statusCode === 429]);
  }
  await short.close();
  expect(left).toEqual([...['3', '2', '1', '0'].map((number) => [number, false]), ['0', true], ['0', true]]);
});

describe('the short way', () => {
  const GONE_ON = 299;
  const logged: unknown[] = [];
  let lane: Listening;

  beforeAll(async () => {
    const server = await openServer();
    const callers = new Callers(false);
    const store = { ...server.store, findGameByHash: () => Promise.reject(new Error('a bug')) };
    const api = await ConnectApi.of({ store, now: () => NOW, failedLogins: new FailureLimit() }, callers);
    const limit = new RequestLimit(1_000_000);
    const log = { error: (error: unknown) => logged.push(error) };
    lane = await listening(
      (_request, response) => response.writeHead(GONE_ON).end(),
      connectLane({ api, callers, limit, log }),
    );
  });
  afterAll(() => lane.close());

  test.each<[taken: boolean, RealRequest]>([
    [true, { url: `${URL}?r=ping` }],
    [true, post('r=ping')],
    [true, post('r=ping', { type: ' Application/x-www-form-urlencoded;charset=utf-8' })],
    [false, { method: 'HEAD', url: `${URL}?r=ping` }],
    [false, { url: `${URL}x` }],
    [false, { url: `/${URL}` }],
    [false, { url: '/' }],
    [false, { method: 'POST', url: URL }],
    [false, post('{}', { type: 'application/json' })],
    [false, post('x'.repeat(64 * 1024 + 1))],
  ])('is taken: %s, %j', async (taken, request) => {
    expect((await lane.ask(request)).statusCode !== GONE_ON).toBe(taken);
  });

  test('logs what nobody foresaw, and says that it passes', async () => {
    expect(await lane.ask(post('r=gameid&m=x'))).toMatchObject({ statusCode: 503 });
    expect(logged).toEqual([new Error('a bug')]);
  });

  test('takes a form in pieces, cut within a character', async () => {
    const form = Buffer.from('r=ü');
    const socket = connect(lane.port, '127.0.0.1');
    const received = text(socket);
    socket.write(
      `POST ${URL} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${FORM}\r\nContent-Length: ${form.length}\r\n\r\n`,
    );
    socket.write(form.subarray(0, 3));
    await setTimeout(50);
    socket.write(form.subarray(3));
    expect(await received).toContain('"Error":"Unknown request: ü"');
  });

  test('is none for a body that never ends', async () => {
    const socket = connect(lane.port, '127.0.0.1');
    socket.write(
      `POST ${URL} HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nContent-Length: 9\r\n\r\nr=gam`,
    );
    await once(socket, 'connect');
    socket.end();
    expect(await text(socket)).not.toContain('Success');
    expect((await lane.ask(post('r=ping'))).statusCode).not.toBe(GONE_ON);
  });
});
