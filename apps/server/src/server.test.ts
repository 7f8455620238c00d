import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startServer } from './server.ts';
import { readSettings } from './settings.ts';
import { temporaryFolder } from './testing/laurel.ts';

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('while the store is not open yet', () => {
  test('everything is a 503 that says when to try again, but whether the process is there', async () => {
    // A PostgreSQL that takes connections and never says a word.
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => {})));
    const databaseUrl = `postgres://laurel@127.0.0.1:${await listening(silent)}/laurel`;
    const port = await freePort();
    const started = startServer(readSettings({ LAUREL_PORT: String(port) }, { databaseUrl }));
    const failed = expect(started).rejects.toThrow();

    const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
    while ((await ask('/health').catch(() => undefined)) === undefined);
    const answers = [
      await ask('/API/API_GetUserProgress.php?u=x&y=y'),
      await ask('/ready'),
      await ask('/nothing'),
      await ask('/%zz'),
      await ask('/dorequest.php?r=ping'),
      await ask('/dorequest.php', { method: 'POST', body: new URLSearchParams({ r: 'awardachievement' }) }),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
    const unavailable = { status: '503', code: 'service_unavailable' };
    expect(await answers[0]?.json()).toMatchObject({ errors: [unavailable] });
    expect(await answers.at(-1)?.json()).toMatchObject({
      Success: false,
      Status: 503,
      Code: 'service_unavailable',
    });
    expect(await (await ask('/health')).json()).toEqual({ status: 'ok' });

    for (const socket of sockets) socket.destroy();
    silent.close();
    await failed;
    await expect(ask('/health')).rejects.toThrow();
  });

  test('there is no moment at which an answer is anything but a 503 or the right one', async () => {
    using folder = temporaryFolder();
    const port = await freePort();
    const settings = readSettings({ LAUREL_PORT: String(port) }, { data: join(folder.path, 'data') });
    const statuses = new Set<number | undefined>();
    let isReady = false;
    const asking = (async () => {
      while (!isReady) {
        const answer = await fetch(`http://127.0.0.1:${port}/openapi.json`).catch(() => undefined);
        statuses.add(answer?.status);
        await answer?.arrayBuffer();
      }
    })();
    const server = await startServer(settings);
    isReady = true;
    await asking;
    expect((await fetch(`${server.address}/openapi.json`)).status).toBe(200);
    await server.stop();
    expect(
      [...statuses].filter((status) => status !== undefined && status !== 503 && status !== 200),
    ).toEqual([]);
  });
});

test('a server that is stopped leaves its port', async () => {
  using folder = temporaryFolder();
  const settings = readSettings({ LAUREL_PORT: '0' }, { data: folder.path });
  const server = await startServer(settings);
  expect((await fetch(`${server.address}/ready`)).status).toBe(200);
  await server.stop();
  await expect(fetch(`${server.address}/ready`)).rejects.toThrow();

  const again = await startServer({ ...settings, port: Number(new URL(server.address).port) });
  expect(again.address).toBe(server.address);
  await again.stop();
});

test('an address that this machine does not have is refused', async () => {
  const settings = readSettings({ LAUREL_HOST: '203.0.113.1', LAUREL_PORT: '0' }, { data: '/nowhere' });
  await expect(startServer(settings)).rejects.toThrow('This machine has no address "203.0.113.1".');
});
