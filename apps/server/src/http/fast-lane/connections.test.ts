import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate, setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Connections } from './connections.ts';
import type { Lane, LaneAnswer } from './lane.ts';

/** What came in, as JSON: in the same words, whoever has read it. */
function answerOf(method: string | undefined, url: string | undefined, headers: object, body: string) {
  const seen = { method, url, headers: Object.entries(headers).sort(), body };
  const text = JSON.stringify(seen);
  return {
    status: method === 'DELETE' ? 404 : 200,
    headers: ['content-type', 'application/json', 'content-length', String(Buffer.byteLength(text))],
    body: url?.includes('bytes') ? Buffer.from(text) : text,
    encoding: 'utf8',
  } as const;
}

const listener: RequestListener = async (request, response) => {
  const { method, url, headers } = request;
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  const answer = answerOf(method, url, headers, hasBody ? await text(request) : '');
  response.writeHead(answer.status, [...answer.headers]).end(answer.body);
};

/** Takes what is below `/lane`, and decides late about what is below `/late`. */
const lane: Lane = (message) => {
  const { method, url, headers, body } = message;
  if (url.startsWith('/late')) return setImmediate(undefined);
  if (!url.startsWith('/lane')) return undefined;
  return setImmediate(answerOf(method, url, headers, body));
};

interface Running {
  readonly server: Server;
  readonly port: number;
  readonly connections: Connections | undefined;
  close(): Promise<void>;
}

async function run(lane?: Lane, settings: Partial<Server> = {}, answer = listener): Promise<Running> {
  const server = Object.assign(createServer(answer), settings);
  const connections = lane && new Connections(server);
  if (connections !== undefined) connections.lane = lane;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    port: (server.address() as AddressInfo).port,
    connections,
    close: async () => {
      server.close();
      server.closeAllConnections();
      connections?.destroy();
      await once(server, 'close');
    },
  };
}

/** A server of one test. */
async function runHere(...options: Parameters<typeof run>): Promise<Running> {
  const running = await run(...options);
  onTestFinished(running.close);
  return running;
}

/** A connection, and what has come over it. */
class Client {
  readonly socket: Socket;
  #received = '';

  constructor({ port }: Pick<Running, 'port'>) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => {
      this.#received += chunk.toString('latin1');
    });
    this.socket.on('error', () => {});
  }

  /** Without the times. */
  get received(): string {
    return this.#received.replace(/\r\nDate: .*? GMT/g, '');
  }

  async send(...pieces: readonly (string | Buffer)[]): Promise<void> {
    if (this.socket.connecting) await once(this.socket, 'connect');
    for (const piece of pieces) {
      this.socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
      // Long enough that it is read by itself, most of the time.
      await setTimeout(1);
    }
  }

  /** What the answers say, in milliseconds since 1970. */
  get dates(): number[] {
    return [...this.#received.matchAll(/\r\nDate: (.*)\r\n/g)].map(([, date = '']) => Date.parse(date));
  }

  /** How many answers have come, or have begun to. */
  get answers(): number {
    return this.#received.split(/HTTP\/1\.1 [2-5]/).length - 1;
  }

  async until(holds: (client: Client) => boolean): Promise<void> {
    while (!holds(this) && !this.socket.closed) await setTimeout(1);
  }

  async closed(): Promise<void> {
    if (!this.socket.closed) await once(this.socket, 'close');
  }
}

const GET = (url: string, lines = '') => `GET ${url} HTTP/1.1\r\nHost: x\r\n${lines}\r\n`;
const POST = (url: string, body: string, lines = '') =>
  `POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n${lines}\r\n${body}`;

describe('whatever is sent gets what node:http alone would have answered, byte by byte', () => {
  let plain: Running;
  let fronted: Running;
  beforeAll(async () => {
    plain = await run();
    fronted = await run(lane);
  });
  afterAll(() => Promise.all([plain.close(), fronted.close()]));

  /** @param requests how many answers come before the last pieces are sent */
  async function exchange(running: Running, pieces: readonly Buffer[], requests: number, last: string) {
    const client = new Client(running);
    await client.send(...pieces);
    await client.until(({ answers }) => answers >= requests);
    await client.send(last);
    await client.closed();
    return client.received;
  }

  const url = fc
    .tuple(fc.constantFrom('/lane', '/late', '/other', '/lane/bytes'), fc.stringMatching(/^[!-~]{0,20}$/))
    .map(([path, query]) => `${path}?${query}`);
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('Accept: */*', 'user-agent: x', 'X-API-Key: k', 'Cookie: a=b') },
    fc.constantFrom('Connection: keep-alive', 'connection: Keep-Alive', 'Connection: x', 'Upgrade: x'),
    fc.constantFrom('X:', 'X:  y \t', 'X: \xe9\xff', 'Accept: a', 'ACCEPT: b'),
  );
  const head = (method: string, url: string, lines: readonly string[]) =>
    [`${method} ${url} HTTP/1.1`, 'Host: x', ...lines, '', ''].join('\r\n');
  const old = url.map((url) => `GET ${url} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`);
  const body = fc.string({ maxLength: 40, unit: 'binary-ascii' });
  const request = fc
    .tuple(url, fc.array(line, { maxLength: 4 }), body, fc.constantFrom('none', 'length', 'chunks'))
    .chain(([url, lines, body, kind]) => {
      if (kind === 'none')
        return fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'DELETE').map((method) => head(method, url, lines));
      const methods = fc.constantFrom('POST', 'PUT', 'PATCH');
      if (kind === 'length') {
        const all = [...lines, `Content-Length: ${body.length}`];
        return methods.map((method) => head(method, url, all) + body);
      }
      const chunk = body === '' ? '' : `${body.length.toString(16)}\r\n${body}\r\n`;
      const all = [...lines, 'Transfer-Encoding: chunked'];
      return methods.map((method) => `${head(method, url, all)}${chunk}0\r\n\r\n`);
    });
  const last = fc.constantFrom(
    GET('/lane', 'Connection: close\r\n'),
    GET('/late', 'Connection: close\r\n'),
    POST('/lane', 'abc', 'Connection: close\r\n'),
    POST('/lane', 'abc', 'Expect: 100-continue\r\nConnection: close\r\n'),
    POST('/lane', 'abc', 'Expect: x\r\nConnection: close\r\n'),
    'GET /lane HTTP/1.0\r\n\r\n',
    'GET /lane/bytes HTTP/1.0\r\nConnection: close\r\n\r\n',
    'GET /lane HTTP/1.1\r\n\r\n',
    'GET /lane HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    'GET /lane HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na',
    GET('/lane', 'X: a\x00b\r\n'),
    GET('/lane', 'no colon\r\n'),
    GET('/lane', `X: ${'x'.repeat(20_000)}\r\n`),
    GET('/lane \xe9'),
    '\x16\x03\x01\x02\x00',
  );

  test('any requests, in any pieces, the last of which may be none', async () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 8, arbitrary: request }, old), { maxLength: 5 }),
        cuts,
        last,
        async (requests, cuts, last) => {
          const bytes = Buffer.from(requests.join(''), 'latin1');
          const places = [0, ...cuts.map((cut) => Math.round(cut * bytes.length)).sort((a, b) => a - b)];
          const pieces = places.map((from, n) => bytes.subarray(from, places[n + 1])).filter((p) => p.length);
          const [expected, received] = await Promise.all(
            [plain, fronted].map((running) => exchange(running, pieces, requests.length, last)),
          );
          expect(received).toBe(expected);
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });
});

describe('the lane', () => {
  /** A server that counts what its lane and its listener have answered; connections stay open for long. */
  async function counting(answer: (url: string) => Promise<LaneAnswer | undefined> | undefined) {
    const asked: string[] = [];
    const counted: Lane = ({ url }) => {
      const answering = answer(url);
      if (answering !== undefined) asked.push(`lane ${url}`);
      return answering;
    };
    const running = await runHere(counted, { keepAliveTimeout: 60_000 });
    running.server.on('request', ({ url }) => asked.push(`framework ${url}`));
    return { asked, client: new Client(running) };
  }
  const OK: LaneAnswer = { status: 200, headers: ['content-length', '2'], body: 'ok', encoding: 'latin1' };
  const toLane = (url: string) => (url.startsWith('/lane') ? Promise.resolve(OK) : undefined);

  test('answers again after the framework has answered', async () => {
    const { asked, client } = await counting(toLane);
    await client.send(GET('/lane/1'), GET('/2'), GET('/lane/3'), POST('/4', 'abc'), GET('/lane/5'));
    // A body that comes later, and is too long to be waited for.
    const [head = '', body = ''] = POST('/lane/6', 'x'.repeat(200_000)).split(/(?<=\r\n\r\n)/);
    await client.send(head, body.slice(0, 150_000), `${body.slice(150_000)}${GET('/lane/7')}`);
    await client.until(({ answers }) => answers >= 7);
    expect(asked).toEqual([
      'lane /lane/1',
      'framework /2',
      'lane /lane/3',
      'framework /4',
      'lane /lane/5',
      'framework /lane/6',
      'lane /lane/7',
    ]);
  });

  test('answers no more where it was not certain where a request ended', async () => {
    const { asked, client } = await counting(toLane);
    await client.send(GET('/lane/1'), GET('/lane/2', 'X: y \r\n'), GET('/lane/3'));
    await client.until(({ answers }) => answers >= 3);
    expect(asked).toEqual(['lane /lane/1', 'framework /lane/2', 'framework /lane/3']);
  });

  test('is not asked where a name is repeated, but for the next request', async () => {
    const { asked, client } = await counting(toLane);
    await client.send(GET('/lane/1', 'Accept: a\r\nAccept: b\r\n'), GET('/lane/2'));
    await client.until(({ answers }) => answers >= 2);
    expect(asked).toEqual(['framework /lane/1', 'lane /lane/2']);
  });

  test('takes a request in a few pieces; one in many is left to node:http, which has limits for such', async () => {
    const { asked, client } = await counting(toLane);
    const pieces = (request: string, count: number) =>
      Array.from({ length: count }, (_, n) =>
        request.slice((n * request.length) / count, ((n + 1) * request.length) / count),
      );
    const long = `X: ${'x'.repeat(200)}\r\n`;
    await client.send(...pieces(GET('/lane/1', long), 5), ...pieces(GET('/lane/2', long), 20));
    await client.until(({ answers }) => answers >= 2);
    expect(asked).toEqual(['lane /lane/1', 'framework /lane/2']);
  });

  test('answers in the order in which it was asked', async () => {
    const { client } = await counting(async (url) => {
      await setTimeout(Number(url.slice(1)));
      return { ...OK, headers: ['content-length', String(url.length)], body: url };
    });
    await client.send(GET('/30') + GET('/1') + GET('/10'), GET('/0'));
    await client.until(({ answers }) => answers >= 4);
    expect([...client.received.matchAll(/\r\n\r\n(.*)/g)].map(([, body]) => body?.split('HTTP')[0])).toEqual([
      '/30',
      '/1',
      '/10',
      '/0',
    ]);
  });

  test('waits for a client that does not read', async () => {
    const body = 'x'.repeat(100_000);
    let asked = 0;
    const running = await runHere(async () => {
      asked += 1;
      return { status: 200, headers: ['content-length', String(body.length)], body, encoding: 'latin1' };
    });
    const client = new Client(running);
    client.socket.pause();
    const count = 3_000;
    for (let n = 0; n < count; n++) client.socket.write(GET(`/${n}`));
    await setTimeout(100);
    const before = asked;
    await setTimeout(100);
    expect(asked).toBe(before);
    expect(asked).toBeLessThan(count / 2);
    client.socket.resume();
    while (asked < count) await setTimeout(1);
  });

  test.each([
    ['while the lane is at it', GET('/lane') + GET('/lane').repeat(200_000)],
    ['while the framework is at it', GET('/other') + GET('/lane').repeat(200_000)],
    ['where nobody reads a body', `${POST('/other', '').replace('h: 0', 'h: 9999999')}${'x'.repeat(8e6)}`],
  ])('lets a client wait that sends more and more: %s', async (_, sent) => {
    const never: Lane = ({ url }) => (url.startsWith('/lane') ? new Promise(() => {}) : undefined);
    const running = await runHere(never, {}, () => {});
    const [[socket]] = await Promise.all([
      once(running.server, 'connection'),
      new Client(running).send(sent),
    ]);
    await setTimeout(100);
    const before = socket.bytesRead;
    await setTimeout(100);
    expect(socket.bytesRead).toBe(before);
    expect(before).toBeLessThan(1_000_000);
  });

  test('a client that sends nothing more gets its answers', async () => {
    const { client } = await counting(async () => {
      await setTimeout(5);
      return OK;
    });
    client.socket.end(GET('/1') + GET('/2'));
    await client.closed();
    expect(client.answers).toBe(2);
  });

  test.each(['lane', 'framework'])('a client that goes away does no harm: %s', async (way) => {
    const running = await runHere(
      async () => {
        await setTimeout(5);
        return way === 'lane' ? OK : undefined;
      },
      {},
      async (_request, response) => {
        await setTimeout(5);
        response.end('ok');
      },
    );
    for (let n = 0; n < 20; n++) {
      const client = new Client(running);
      await client.send(GET('/') + GET('/'));
      if (n % 2) await setTimeout(n / 2);
      client.socket.resetAndDestroy();
    }
    const client = new Client(running);
    await client.send(GET('/'));
    await client.until(({ answers }) => answers === 1);
    expect(client.answers).toBe(1);
  });

  test('one that breaks costs the connection, and nothing else', async () => {
    const { client } = await counting(() => Promise.reject(new Error('broken')));
    await client.send(GET('/'));
    await client.closed();
    expect(client.received).toBe('');
  });
});

describe('a connection', () => {
  test.each([
    ['', ''],
    ['GET / HT', 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'],
  ])('over which no request comes is closed: %j', async (sent, received) => {
    const settings = { headersTimeout: 50, connectionsCheckingInterval: 10 };
    const client = new Client(await runHere(lane, settings));
    if (sent !== '') await client.send(sent);
    await client.closed();
    expect(client.received).toBe(received);
  });

  test.each([
    ['the lane', GET('/lane')],
    ['the framework', GET('/other')],
    ['node:http, to its end', GET('/other', 'X: y \r\n')],
  ])('is kept for as long as it says after an answer of %s', async (_, request) => {
    const client = new Client(await runHere(lane, { keepAliveTimeout: 1_000 }));
    await client.send(request);
    await client.until(({ answers }) => answers === 1);
    expect(client.received).toContain('\r\nKeep-Alive: timeout=1\r\n');
    await setTimeout(1_000);
    await client.send(request);
    await client.until(({ answers }) => answers === 2);
    const [first = 0, second = 0] = client.dates;
    expect(second - first).toBeOneOf([1_000, 2_000]);
    expect(Date.now() - second).toBeLessThan(2_000);
    const before = performance.now();
    await client.closed();
    expect(performance.now() - before).toBeGreaterThan(1_000);
  });

  test('that asks for its end has it', async () => {
    const client = new Client(await runHere(lane));
    await client.send(GET('/lane', 'Connection: close\r\n') + GET('/lane'));
    await client.closed();
    expect(client.answers).toBe(1);
    expect(client.received).toContain('\r\nConnection: close\r\n');
  });
});

describe('a server that stops', () => {
  test('closes whatever is open, whichever has gone before', async () => {
    const { connections, server, ...running } = await runHere(lane);
    const clients = Array.from({ length: 5 }, () => new Client(running));
    for (const client of clients) await client.send(GET('/lane'));
    for (const place of [0, 4, 2]) {
      clients[place]?.socket.destroy();
      await setTimeout(10);
    }
    connections?.close();
    const closed = once(server.close(), 'close');
    await Promise.all(clients.map((client) => client.closed()));
    await closed;
  });

  test('closes what is idle at once, and the others after their answers', async () => {
    const { connections, server, ...running } = await runHere(
      async ({ url }) => {
        await setTimeout(30);
        return url === '/lane' ? answerOf('GET', url, {}, '') : undefined;
      },
      {},
      async (request, response) => {
        await setTimeout(30);
        response.end(await text(request));
      },
    );
    const silent = new Client(running);
    const idle = new Client(running);
    await idle.send(GET('/lane'), GET('/other'));
    await idle.until(({ answers }) => answers === 2);
    const asking = [new Client(running), new Client(running), new Client(running)];
    const [inLane, inFramework, sending] = asking;
    await inLane?.send(GET('/other'));
    await inLane?.until(({ answers }) => answers === 1);
    await Promise.all([
      inLane?.send(GET('/lane')),
      inFramework?.send(GET('/other')),
      sending?.send('GET /lane HTTP/1.1\r\n'),
    ]);
    server.keepAliveTimeout = 1;
    connections?.close();
    const closed = once(server.close(), 'close');
    await Promise.all([silent.closed(), idle.closed()]);
    await sending?.send('Host: x\r\nConnection: close\r\n\r\n');
    await Promise.all(asking.map((client) => client.closed()));
    await closed;
    expect([silent, idle, ...asking].map(({ answers }) => answers)).toEqual([0, 2, 2, 1, 1]);
  });
});
