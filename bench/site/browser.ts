import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium';
const OPTIONS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** Sends a command of the protocol. */
export type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

/**
 * A Chromium that is driven by its own protocol. What a test library switches on to watch the network and the
 * scripts of a page makes the page half as slow again.
 */
export interface Browser extends AsyncDisposable {
  /** Opens a page that knows nothing of what others have loaded, works with it, and closes it. */
  inNewPage<Result>(work: (send: Send) => Promise<Result>): Promise<Result>;
}

/** Starts it. @throws Error where there is none */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no ${CHROMIUM} to measure the website with`);
  const profile = mkdtempSync(join(tmpdir(), 'laurel-bench-chromium-'));
  const child = spawn(CHROMIUM, [...OPTIONS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: 'ignore',
  });
  const socket = new WebSocket(await addressOf(profile));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const send = protocolOver(socket);
  return {
    inNewPage: async (work) => {
      const { browserContextId } = await send('Target.createBrowserContext');
      const blank = { url: 'about:blank', browserContextId, width: 1280, height: 900 };
      const { targetId } = await send('Target.createTarget', blank);
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      try {
        return await work((method, params) => send(method, params, sessionId));
      } finally {
        await send('Target.disposeBrowserContext', { browserContextId });
      }
    },
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium writes where it listens. */
async function addressOf(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (;;) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (path !== undefined) return `ws://127.0.0.1:${port}${path}`;
    await delay(50);
  }
}

function protocolOver(socket: WebSocket) {
  let sent = 0;
  const waiting = new Map<unknown, PromiseWithResolvers<Record<string, unknown>>>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const answer = waiting.get(id);
    waiting.delete(id);
    if (error) answer?.reject(new Error(error.message));
    else answer?.resolve(result);
  });
  return (method: string, params: object = {}, sessionId?: unknown) => {
    sent += 1;
    const answer = Promise.withResolvers<Record<string, unknown>>();
    waiting.set(sent, answer);
    socket.send(JSON.stringify({ id: sent, method, params, sessionId }));
    return answer.promise;
  };
}
