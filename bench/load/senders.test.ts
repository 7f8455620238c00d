import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { runAutocannon } from './autocannon.ts';
import { LOAD_GENERATOR, type LoadResult, type NumberedLoad } from './load.ts';
import { percentile, type Times } from './times.ts';
import { startWriter } from './writer.ts';
import { runWrk } from './wrk.ts';

const PATHS = ['/a.php?r=award&h=1', '/a.php?r=award&h=2', '/a.php?r=award&h=3'];
const FORM = 'application/x-www-form-urlencoded';
const FORMS = ['r=award&h=1', 'r=award&h=2', 'r=award&h=3'];
/** A turn of a load takes a second at least: that is what these tests wait for. */
const LOAD = { paths: PATHS, headers: { 'x-mine': 'yes' }, connections: 1, seconds: 1, turn: 7 };

interface Received {
  readonly method: string | undefined;
  readonly url: string;
  readonly type: string | undefined;
  readonly mine: unknown;
  readonly body: string;
}

const SENDERS: [string, (load: NumberedLoad) => Promise<LoadResult>][] = [
  ['autocannon', runAutocannon],
  ...(LOAD_GENERATOR === 'wrk' ? [['wrk', runWrk] satisfies [string, typeof runWrk]] : []),
];

describe.each(SENDERS)('%s sends', { concurrent: true }, (_, send) => {
  it('what is listed in its order, and again from the start', async () => {
    const { requests, times, received } = await sent((address) =>
      send({ ...LOAD, address, order: 'listed' }),
    );
    expect(requests).toBeGreaterThan(3);
    expectTimes(times);
    for (const request of received) expect(request).toMatchObject({ method: 'GET', mine: 'yes', body: '' });
    expectInTurn(
      received.map(({ url }) => url),
      PATHS,
    );
  });

  it('what is drawn with a z that never comes twice', async () => {
    const { received } = await sent((address) => send({ ...LOAD, address, order: 'drawn' }));
    expect(new Set(received.map(({ url }) => url)).size).toBe(received.length);
    const withoutZ = new Set(received.map(({ url }) => url.replace(/&z=[^&]+$/, '')));
    expect([...withoutZ].sort()).toEqual(PATHS);
  });

  it('what is posted as a form', async () => {
    const { requests, received } = await sent((address) => send({ ...LOAD, address, order: 'posted' }));
    expectForms(received.slice(0, requests));
  });
});

describe('the writer sends', { concurrent: true }, () => {
  it('each request once, as a form', async () => {
    const writer = startWriter();
    try {
      const paths = Array.from({ length: 10_000 }, (_, index) => PATHS[index % 3] ?? '');
      const { requests, times, received } = await sent(async (address, received) => {
        writer.begin({ address, paths, connections: 1, perSecond: 200 });
        await vi.waitUntil(() => received.length > 4, { timeout: 10_000 });
        return writer.end();
      });
      expectTimes(times);
      expectForms(received.slice(0, requests));
    } finally {
      await writer.stop();
    }
  });
});

/** Of one connection, in a second. */
function expectTimes(times: Times): void {
  expect(percentile(0, times)).toBeGreaterThan(0);
  expect(percentile(1, times)).toBeLessThan(1000);
}

function expectForms(received: readonly Received[]): void {
  expect(received.length).toBeGreaterThan(3);
  for (const request of received)
    expect(request).toMatchObject({ method: 'POST', url: '/a.php', type: FORM });
  expectInTurn(
    received.map(({ body }) => body),
    FORMS,
  );
}

/** From any of them: wrk makes the first request without sending it. */
function expectInTurn(values: readonly string[], list: readonly string[]): void {
  const first = list.indexOf(values[0] ?? '');
  expect(first).toBeGreaterThanOrEqual(0);
  expect(values).toEqual(values.map((_, index) => list[(first + index) % list.length]));
}

/** What a server receives while a load runs, in its order. */
async function sent<Result>(
  run: (address: string, received: readonly Received[]) => Promise<Result>,
): Promise<Result & { readonly received: readonly Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url = '', headers } = request;
    const body = await text(request);
    received.push({ method, url, type: headers['content-type'], mine: headers['x-mine'], body });
    response.end('{"Success":true}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    return { ...(await run(`http://127.0.0.1:${port}`, received)), received };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
