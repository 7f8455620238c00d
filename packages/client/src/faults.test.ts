import { describe, expect, it } from 'vitest';
import {
  ApiError,
  type Authorization,
  buildAuthorization,
  getAchievementDistribution,
  getAchievementUnlocks,
  getUserProgress,
  InvalidParametersError,
  iterateAchievementUnlocks,
  NetworkError,
  NotFoundError,
  RateLimitedError,
  ServerError,
  TimeoutError,
  UnauthorizedError,
  UnexpectedResponseError,
} from './index.ts';
import {
  type Behaviour,
  drips,
  dropsInTheBody,
  dropsTheConnection,
  faultyServer,
  HTML,
  neverAnswers,
  resetsInTheBody,
  sends,
  sendsJson,
  speaksNoHttp,
  stallsInTheBody,
} from './testing/faulty-server.ts';
import { printed } from './testing/leaks.ts';
import './validate.ts';

const KEY = 'k3y/that+nobody&may?see';
const GOOD = sendsJson({ 1: 141 });

function authorizationFor(baseUrl: string, options: Partial<Authorization> = {}): Authorization {
  return buildAuthorization({ username: 'Scott', webApiKey: KEY, keyIn: 'query', baseUrl, ...options });
}

const failing: readonly [what: string, Behaviour, Kind: abstract new (...args: never) => ApiError, object][] =
  [
    ['a dropped connection', dropsTheConnection, NetworkError, {}],
    ['a connection that is dropped in the body', dropsInTheBody, NetworkError, {}],
    ['a connection that is reset in the body', resetsInTheBody, NetworkError, {}],
    ['something that is not HTTP', speaksNoHttp, NetworkError, {}],
    ['no answer', neverAnswers, TimeoutError, {}],
    ['a stall in the body', stallsInTheBody, TimeoutError, {}],
    ['a body without an end', drips, TimeoutError, {}],
    [
      'a 401',
      sendsJson({ message: 'Unauthenticated.' }, 401),
      UnauthorizedError,
      { serverMessage: 'Unauthenticated.' },
    ],
    ['a 403 in HTML', sends(403, HTML), UnauthorizedError, { status: 403, serverMessage: '' }],
    [
      'a 404',
      sendsJson({ message: 'There is none.' }, 404),
      NotFoundError,
      { serverMessage: 'There is none.' },
    ],
    [
      'a 422',
      sendsJson({ message: 'The i field is required.', errors: { i: ['The i field is required.'] } }, 422),
      InvalidParametersError,
      { fields: { gameId: ['The i field is required.'] } },
    ],
    [
      'a 422 of another form',
      sendsJson({ errors: [{ code: 'x' }] }, 422),
      InvalidParametersError,
      { fields: {} },
    ],
    ['a 400', sends(400, 'what?'), InvalidParametersError, { fields: {} }],
    ['a 429', sends(429, ''), RateLimitedError, { retryAfterMs: undefined }],
    ['a 429 with a time', sends(429, '', { 'retry-after': '7' }), RateLimitedError, { retryAfterMs: 7_000 }],
    [
      'a 500',
      sendsJson({ message: 'The server failed.' }, 500),
      ServerError,
      { serverMessage: 'The server failed.' },
    ],
    ['a 502 in HTML', sends(502, HTML), ServerError, { status: 502, serverMessage: '' }],
    ['a 503', sends(503, '', { 'retry-after': '60' }), ServerError, { retryAfterMs: 60_000 }],
    ['HTML instead of JSON', sends(200, HTML), UnexpectedResponseError, { status: 200 }],
    ['truncated JSON', sends(200, '{"1": 14'), UnexpectedResponseError, { status: 200 }],
    ['nothing', sends(200, ''), UnexpectedResponseError, { status: 200 }],
    ['no content', sends(204, ''), UnexpectedResponseError, { status: 204 }],
    ['JSON that is no object', sends(200, '"text"'), UnexpectedResponseError, { status: 200 }],
    ['null', sends(200, 'null'), UnexpectedResponseError, { status: 200 }],
    ['a status that nobody documents', sends(418, 'I am a teapot'), UnexpectedResponseError, { status: 418 }],
    ['wrong types', sendsJson({ 1: 'many' }), UnexpectedResponseError, { status: 200 }],
  ];

describe.concurrent.each(failing)('%s', (_, behaviour, Kind, details) => {
  it('is the error that says so', async () => {
    await using server = await faultyServer(behaviour);
    // Short only where it is to be exceeded: a busy machine takes half a second for an answer now and then.
    const timeout = Kind === TimeoutError ? 500 : 30_000;
    const authorization = authorizationFor(server.address, { retries: 0, timeout, validate: true });
    const error = await getAchievementDistribution(authorization, { gameId: 14402 }).catch(
      (reason) => reason,
    );
    expect(error).toBeInstanceOf(Kind);
    expect(error).toBeInstanceOf(ApiError);
    expect(error.name).toBe(Kind.name);
    expect(error).toMatchObject({
      endpoint: 'GetAchievementDistribution',
      parameters: { gameId: 14402 },
      ...details,
    });
    expect(error.message).toContain('GetAchievementDistribution');
    expect(server.asked).toHaveLength(1);
  });
});

describe.concurrent('what passes is tried again', () => {
  const passing: readonly [string, Behaviour][] = [
    ['a dropped connection', dropsTheConnection],
    ['a connection that is dropped in the body', dropsInTheBody],
    ['a 429', sends(429, '', { 'retry-after': '0' })],
    ['a 500', sends(500, HTML)],
    ['a 503', sends(503, '')],
  ];
  it.each(passing)('%s', async (_, behaviour) => {
    await using server = await faultyServer(behaviour, GOOD);
    const answer = await getAchievementDistribution(authorizationFor(server.address), { gameId: 1 });
    expect(answer).toEqual({ 1: 141 });
    expect(server.asked).toHaveLength(2);
    expect(server.asked[1]).toBe(server.asked[0]);
  });

  it('as often as it is told to', async () => {
    await using server = await faultyServer(dropsTheConnection);
    const call = getAchievementDistribution(authorizationFor(server.address, { retries: 1 }), { gameId: 1 });
    await expect(call).rejects.toBeInstanceOf(NetworkError);
    expect(server.asked).toHaveLength(2);
  });

  it('and not where there is no time left for it: the error says how long to wait', async () => {
    await using server = await faultyServer(sends(429, '', { 'retry-after': '3600' }), GOOD);
    const call = getAchievementDistribution(authorizationFor(server.address), { gameId: 1 });
    await expect(call).rejects.toMatchObject({ name: 'RateLimitedError', retryAfterMs: 3_600_000 });
    expect(server.asked).toHaveLength(1);
  });

  it.each([401, 404, 422])('and not a %d, which would be the same again', async (status) => {
    await using server = await faultyServer(sends(status, ''), GOOD);
    const call = getAchievementDistribution(authorizationFor(server.address), { gameId: 1 });
    await expect(call).rejects.toMatchObject({ status });
    expect(server.asked).toHaveLength(1);
  });

  it('within the time of the call, not beyond it', async () => {
    await using server = await faultyServer(dropsTheConnection, neverAnswers);
    const authorization = authorizationFor(server.address, { timeout: 1_500 });
    const call = getAchievementDistribution(authorization, { gameId: 1 });
    await expect(call).rejects.toBeInstanceOf(TimeoutError);
    expect(server.asked).toHaveLength(2);
  });
});

describe.concurrent('a signal', () => {
  it.each([
    ['before the answer', neverAnswers],
    ['in the body', stallsInTheBody],
    ['before the next try', sends(503, '', { 'retry-after': '20' })],
  ])('ends a call %s, with its own reason', async (_, behaviour) => {
    await using server = await faultyServer(behaviour);
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const call = getUserProgress(
      authorizationFor(server.address),
      { username: 'Scott', gameIds: [1] },
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(reason), 200);
    await expect(call).rejects.toBe(reason);
    expect(server.asked).toHaveLength(1);
  });

  it('that has been given before asks nobody', async () => {
    await using server = await faultyServer(GOOD);
    const authorization = authorizationFor(server.address, { signal: AbortSignal.abort() });
    const call = getAchievementDistribution(authorization, { gameId: 1 });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.asked).toEqual([]);
  });

  it('leaves nothing behind on a signal that many calls share', async () => {
    await using server = await faultyServer(GOOD);
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    for (let call = 0; call < 5; call += 1)
      await getAchievementDistribution(authorizationFor(server.address, { signal }), { gameId: 1 });
    expect(listeners).toBe(0);
  });
});

describe.concurrent('a fetch that does not listen', () => {
  it('is not waited for past the timeout', async () => {
    const authorization = authorizationFor('http://127.0.0.1', {
      timeout: 50,
      fetch: () => new Promise(() => {}),
    });
    const call = getAchievementDistribution(authorization, { gameId: 1 });
    await expect(call).rejects.toBeInstanceOf(TimeoutError);
  });
});

describe.concurrent('a list', () => {
  it('whose page has no list is an answer that was not documented', async () => {
    await using server = await faultyServer(sendsJson({ Unlocks: 'none' }));
    const read = async () => {
      for await (const _ of iterateAchievementUnlocks(authorizationFor(server.address), {
        achievementId: 9,
      }));
    };
    await expect(read()).rejects.toBeInstanceOf(UnexpectedResponseError);
  });
});

describe.concurrent('the key', () => {
  const inUrl = String(new URLSearchParams({ y: KEY })).slice(2);
  const echo: Behaviour = (request, response) => {
    response.statusMessage = inUrl;
    const said = `${KEY} ${request.url} ${inUrl}`;
    response.writeHead(422, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: said, errors: { i: [said], [KEY]: [said] }, said }));
  };
  const badFetch = async (url: string): Promise<never> => {
    throw new TypeError(`cannot fetch ${url} with ${KEY}`, { cause: new Error(`${url} ${KEY}`) });
  };

  it.each([
    ['an address that is none', { baseUrl: 'nowhere' }],
    ['a server that is not there', { baseUrl: 'http://127.0.0.1:1' }],
    ['a header that cannot be sent', { keyIn: 'header', webApiKey: `${KEY}\n` }],
    ['a fetch that says it', { fetch: badFetch }],
  ] as const)('is in no error of %s', async (_, options) => {
    const authorization = authorizationFor('http://127.0.0.1:1', { retries: 0, ...options });
    const error = await getAchievementUnlocks(authorization, { achievementId: 9 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(NetworkError);
    expect(printed(error)).not.toContain(KEY);
    expect(printed(error)).not.toContain(inUrl);
  });

  it.each([
    ['an error', echo],
    ['HTML', sends(200, `<html>${KEY} ${inUrl}`)],
    ['a failure', sends(500, `<html>${KEY} ${inUrl}`)],
    ['wrong types', sendsJson({ 1: KEY, [KEY]: inUrl })],
  ])('is in no error of a server that says it in %s', async (_, behaviour) => {
    await using server = await faultyServer(behaviour);
    const authorization = authorizationFor(server.address, { retries: 0, validate: true });
    const error = await getAchievementDistribution(authorization, { gameId: 9 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(printed(error)).not.toContain(KEY);
    expect(printed(error)).not.toContain(inUrl);
  });
});
