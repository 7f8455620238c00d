import { connect } from 'node:net';
import type { Store } from '@laurel/store';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { newSecret, secretHash } from './secrets/secrets.ts';
import { startServer } from './server.ts';
import { readSettings } from './settings.ts';
import { type MalformedRequest, malformedRequests } from './testing/malformed-requests.ts';
import { describeOnBothEngines, openTestServer, sqlite, type TestServer } from './testing/test-server.ts';
import { testWorld } from './testing/test-world.ts';

/** On each engine; half of the requests go to each of the two APIs, or thereabouts. */
const REQUESTS = 2_000;
const SEED = 20_231_027;

/** What nothing that is sent may get: an error of the server, or a body that no client of an API can read. */
function problemOf(
  answer: Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>,
  method?: string,
): string | undefined {
  if (answer.statusCode >= 500) return `status ${answer.statusCode}: ${answer.body}`;
  if (method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304) {
    return answer.body === '' ? undefined : `a body where there is none: ${answer.body}`;
  }
  const type = String(answer.headers['content-type']);
  // A picture that nobody has put there is generated.
  if (type === 'image/png' && answer.statusCode === 200) return undefined;
  // The website has its pages at addresses that may be hit upon.
  if (type === 'text/html; charset=utf-8' && answer.body.includes('<div id="app">')) return undefined;
  if (!/^application\/json\b/.test(type)) return `the type ${type}`;
  try {
    JSON.parse(answer.body);
    return undefined;
  } catch {
    return `a body that is not JSON: ${answer.body}`;
  }
}

describeOnBothEngines('malformed requests', (engine) => {
  let server: TestServer;
  let requests: readonly MalformedRequest[];

  beforeAll(async () => {
    server = await openTestServer(engine, { world: testWorld() });
    const token = newSecret();
    const player = await server.store.findPlayer({ kind: 'username', username: 'Alice' });
    await server.store.saveToken({ hash: secretHash(token), playerId: player?.id ?? 0, now: 0 });
    const credentials = { key: server.key, username: 'Alice', token };
    requests = fc.sample(malformedRequests(credentials), { seed: SEED, numRuns: REQUESTS });
  });

  test('none gets a 5xx, or an answer that is not JSON', async () => {
    const problems = [];
    for (const request of requests) {
      const problem = problemOf(await server.ask(request), request.method);
      if (problem !== undefined) problems.push({ problem, request });
    }
    expect(problems).toEqual([]);
  });

  test('they reach every part, and the ledger stays whole', async () => {
    const statuses = new Set<number>();
    for (const request of requests.slice(0, 500)) statuses.add((await server.ask(request)).statusCode);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 422]));
    expect((await server.store.verify()).found).toBe(0);
  });

  test('over real connections, from clients that do not speak HTTP either', async () => {
    const location = await engine.newLocation();
    const running = await startServer({ ...readSettings({ LAUREL_PORT: '0' }), location });
    const port = Number(new URL(running.address).port);
    const problems = [];
    for (const message of RAW_MESSAGES) {
      for (const answer of await exchange(port, message)) {
        // Node itself refuses some, with no body at all.
        const problem = answer.statusCode < 500 && answer.body === '' ? undefined : problemOf(answer);
        if (problem !== undefined)
          problems.push({ problem, message: message.toString('latin1').slice(0, 500) });
      }
    }
    for (const request of requests.slice(0, 60)) {
      const answers = await exchange(port, asHttp(request));
      const problem = answers.map((answer) => problemOf(answer, request.method)).find(Boolean);
      if (problem !== undefined) problems.push({ problem, request });
    }
    expect(problems).toEqual([]);
    expect((await fetch(`${running.address}/health`)).status).toBe(200);
    await running.stop();
  });
});

describe('this test can fail', () => {
  test('what is wrong with an answer is found', () => {
    const json = { 'content-type': 'application/json; charset=utf-8' };
    const html = { 'content-type': 'text/html' };
    expect(problemOf({ statusCode: 503, headers: json, body: '{}' })).toMatch('status 503');
    expect(problemOf({ statusCode: 200, headers: json, body: '<p>' })).toMatch('not JSON');
    expect(problemOf({ statusCode: 404, headers: html, body: '{}' })).toMatch('text/html');
    expect(problemOf({ statusCode: 404, headers: {}, body: '' })).toMatch('undefined');
    expect(problemOf({ statusCode: 304, headers: {}, body: '{}' })).toMatch('a body where there is none');
    expect(problemOf({ statusCode: 200, headers: json, body: '{}' }, 'HEAD')).toMatch('a body where');
    expect(problemOf({ statusCode: 422, headers: json, body: '{}' })).toBeUndefined();
  });

  const broken = () => Promise.reject(new Error('broken'));
  test.each<[string, Partial<Store>]>([
    ['the Web API', { look: broken }],
    ['the Connect API', { findGameByHash: broken }],
  ])('a part of the store that breaks is found through %s', async (_, overrides) => {
    const server = await openTestServer(sqlite(), { overrides });
    const credentials = { key: server.key, username: 'Alice', token: newSecret() };
    const requests = fc.sample(malformedRequests(credentials), { seed: SEED, numRuns: REQUESTS });
    const answers = await Promise.all(requests.map((request) => server.ask(request)));
    expect(answers.filter((answer) => answer.statusCode >= 500).length).toBeGreaterThan(0);
  });
});

const LINES = (...lines: readonly string[]) =>
  Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
const RAW_MESSAGES = [
  LINES('GARBAGE'),
  LINES('\0\0\0\0'),
  LINES('GET'),
  LINES('GET / HTTP/9.9', ''),
  LINES('GET /dorequest.php HTTP/1.1', ''),
  LINES('GET /dorequest.php?r=\xff\xfe HTTP/1.1', 'Host: x', 'Connection: close', ''),
  LINES('GET /API/API_GetUserProgress.php?u=\x01 HTTP/1.1', 'Host: x', 'Connection: close', ''),
  LINES('GET http://other.example/dorequest.php HTTP/1.1', 'Host: x', 'Connection: close', ''),
  LINES('GET * HTTP/1.1', 'Host: x', 'Connection: close', ''),
  LINES('OPTIONS * HTTP/1.1', 'Host: x', 'Connection: close', ''),
  LINES('get /dorequest.php HTTP/1.1', 'Host: x', ''),
  LINES('GET /dorequest.php HTTP/1.1', 'Host: x', 'Header without a colon', ''),
  LINES('GET /dorequest.php HTTP/1.1', 'Host: x', `X: ${'x'.repeat(100_000)}`, ''),
  LINES(`GET /${'x'.repeat(100_000)} HTTP/1.1`, 'Host: x', ''),
  LINES('POST /dorequest.php HTTP/1.1', 'Host: x', 'Content-Length: -1', ''),
  LINES('POST /dorequest.php HTTP/1.1', 'Host: x', 'Content-Length: 1', 'Content-Length: 2', '', 'ab'),
  LINES(
    'POST /dorequest.php HTTP/1.1',
    'Host: x',
    'Content-Length: 99999999999999',
    'Connection: close',
    '',
    'r',
  ),
  LINES('POST /dorequest.php HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked', '', 'zz', 'r=x'),
  LINES(
    'POST /dorequest.php HTTP/1.1',
    'Host: x',
    'Transfer-Encoding: nonsense',
    'Connection: close',
    '',
    'r=x',
  ),
  LINES(
    'POST /dorequest.php HTTP/1.1',
    'Host: x',
    'Transfer-Encoding: chunked',
    'Content-Length: 3',
    '',
    'r=x',
  ),
  LINES(
    'POST /API/API_GetUserProgress.php HTTP/1.1',
    'Host: x',
    'Content-Encoding: gzip',
    'Content-Length: 2',
    'Connection: close',
    '',
    'x',
  ),
  LINES(
    'POST /dorequest.php HTTP/1.0',
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Length: 8',
    '',
    'r=%00&x',
  ),
];

/** A request as it is on the wire, whatever it holds. */
function asHttp({ method = 'GET', url, headers = {}, payload }: MalformedRequest): Buffer {
  const body = Buffer.from(typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : '');
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const length = body.length > 0 ? [`Content-Length: ${body.length}`] : [];
  return Buffer.concat([
    LINES(`${method} ${url} HTTP/1.1`, 'Host: x', 'Connection: close', ...lines, ...length, ''),
    body,
  ]);
}

/** Sends bytes, ends, and reads what comes back: as many answers as there are. */
async function exchange(port: number, message: Buffer) {
  const received = await new Promise<Buffer>((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server may well hang up on such a client before it has sent everything.
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks)));
    socket.end(message);
  });
  return answersIn(received.toString('latin1'));
}

/** Splits what a server sent, by the lengths that it says. */
function answersIn(text: string) {
  const answers = [];
  for (let rest = text; rest !== ''; ) {
    const [head = '', ...others] = rest.split('\r\n\r\n');
    const headers = Object.fromEntries(
      [...head.matchAll(/^([\w-]+): *(.*)$/gm)].map(([, name = '', value = '']) => [
        name.toLowerCase(),
        value.trim(),
      ]),
    );
    const after = others.join('\r\n\r\n');
    const isEmpty = headers['transfer-encoding'] === 'chunked' && after === '0\r\n\r\n';
    const length = isEmpty ? 0 : Number(headers['content-length'] ?? after.length);
    const statusCode = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 999);
    answers.push({ statusCode, headers, body: after.slice(0, length) });
    rest = isEmpty ? '' : after.slice(length);
  }
  return answers;
}
