import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { lastLine, laurel, serveLaurel, temporaryFolder } from '../testing/laurel.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const data = join(folder.path, 'data');

test('serves on loopback, says so, and says where the first account is made', async () => {
  await using server = await serveLaurel(['--data', data]);
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(server.output).toContain(`${server.address}/docs`);
  const [, address = ''] =
    /^There is no account yet.* at (\S+)$/m.exec(await server.waitFor(/code=\S+\n/)) ?? [];
  const page = await fetch(address);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

describe('SIGTERM', () => {
  test('ends it with exit status 0, though a client keeps its connection', async () => {
    const server = await serveLaurel(['--data', data]);
    // `fetch` keeps the connection for its next request.
    expect((await fetch(`${server.address}/health`)).status).toBe(200);
    expect(await server.stop('SIGTERM')).toBe(0);
    await expect(fetch(`${server.address}/health`)).rejects.toThrow('fetch failed');
  });

  test('lets a request that is under way end', async () => {
    const server = await serveLaurel(['--data', data]);
    const slow = request(`${server.address}/dorequest.php`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 8 },
    });
    slow.flushHeaders();
    slow.write('r=no');
    // The server is within the request when it has answered another one that came later.
    await fetch(`${server.address}/health`);
    const stopped = server.stop('SIGTERM');
    await refusesConnections(server.address);

    const answer = new Promise<string>((resolve, reject) => {
      slow.once('error', reject).once('response', (response) => resolve(text(response)));
    });
    slow.end('pe&a');
    expect(JSON.parse(await answer)).toMatchObject({ Success: false, Error: 'Unknown request: nope' });
    expect(await stopped).toBe(0);
  });
});

test('kill -9 loses no key that was printed', async () => {
  const server = await serveLaurel(['--data', data]);
  const key = lastLine((await laurel(['key', 'create', 'kept', '--data', data])).stdout);
  await server.stop('SIGKILL');
  await using again = await serveLaurel(['--data', data]);
  const url = `${again.address}/API/API_GetUserCompletionProgress.php?u=ab&y=${key}`;
  expect((await fetch(url)).status).toBe(200);
});

test('no key, token, password or code is in the log', async () => {
  await using server = await serveLaurel(['--data', data], { env: { LAUREL_LOG_LEVEL: 'debug' } });
  const [, code = ''] = /code=(\S+)/.exec(await server.waitFor(/code=\S+\n/)) ?? [];
  const secrets = ['y', 't', 'p', 'code'].map((name) => `${name}=SECRET`).join('&');
  const encoded = '%79=SECRET&%74=SECRET&%70=SECRET';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const headers = { 'x-api-key': 'SECRET', authorization: 'Bearer SECRET' };
  for (const path of [
    '/API/API_GetUserProgress.php',
    '/dorequest.php',
    '/nothing',
    '/welcome',
    '/%zz',
    '/Badge/1.png',
  ]) {
    for (const query of [secrets, encoded]) {
      await fetch(`${server.address}${path}?marker=1&${query}`, { headers });
      await fetch(`${server.address}${path}?marker=1&${query}`, {
        method: 'POST',
        body: secrets,
        headers: form,
      });
    }
  }
  await fetch(`${server.address}/welcome?code=${code}`);
  await fetch(`${server.address}/dorequest.php?r=login2&u=Alice&p=SECRET&marker=last`);
  await server.stop();
  expect(server.output).toContain('marker=last');
  expect(server.output).not.toContain('SECRET');
  expect(server.output.split(code)).toHaveLength(2);
});

/** Waits until the server takes no more connections. */
async function refusesConnections(address: string): Promise<void> {
  for (;;) {
    const refused = await fetch(`${address}/health`, { headers: { connection: 'close' } }).then(
      () => false,
      () => true,
    );
    if (refused) return;
  }
}
