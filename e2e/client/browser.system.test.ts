import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import type * as client from '../../packages/client/src/index.ts';
import {
  drips,
  dropsTheConnection,
  type FaultyServer,
  faultyServer,
  sends,
} from '../../packages/client/src/testing/faulty-server.ts';
import { launchChromium } from '../chromium.ts';

declare global {
  /** What the page has loaded. */
  var api: typeof client;
}

let demo: DemoServer;
/** Where the page comes from: another origin than the server's. */
let pages: FaultyServer;
let browser: Browser;
let page: Page;
let authorization: { username: string; webApiKey: string; baseUrl: string };
/** The requests that the page made, and what went wrong in it. */
const asked: { method: string; url: string; headers: Record<string, string> }[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  demo = await serveDemo();
  authorization = { username: 'MaxMilyin', webApiKey: demo.key, baseUrl: demo.server.address };

  const script = await bundled();
  pages = await faultyServer((request, response) => {
    if (request.url === '/client.js')
      sends(200, script, { 'content-type': 'text/javascript' })(request, response);
    else
      sends(200, '<!DOCTYPE html><script src="/client.js"></script>', { 'content-type': 'text/html' })(
        request,
        response,
      );
  });

  browser = await launchChromium();
  page = await browser.newPage();
  page.on('request', (request) =>
    asked.push({ method: request.method(), url: request.url(), headers: request.headers() }),
  );
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pages.address);
});

afterAll(async () => {
  await browser.close();
  await pages[Symbol.asyncDispose]();
  await demo.stop();
});

async function bundled(): Promise<string> {
  const input = join(import.meta.dirname, '../../packages/client/src/index.ts');
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({ format: 'iife', name: 'api', minify: true });
  return output[0].code;
}

describe('in a page of another origin', () => {
  test('a call is answered, with the key in a header', async () => {
    const progress = await page.evaluate(
      (authorized) => api.getUserProgress(authorized, { username: 'MaxMilyin', gameIds: [1] }),
      authorization,
    );
    expect(progress).toMatchObject({ 1: { numPossibleAchievements: 23, numAchieved: 23 } });
    const request = asked.find(({ method, url }) => method === 'GET' && url.includes('API_GetUserProgress'));
    expect(request?.url).not.toContain(authorization.webApiKey);
    expect(request?.headers['x-api-key']).toBe(authorization.webApiKey);
  });

  test('a call is answered with the key in the URL, as the public service wants it', async () => {
    const distribution = await page.evaluate(
      (authorized) => api.getAchievementDistribution({ ...authorized, keyIn: 'query' }, { gameId: 14402 }),
      authorization,
    );
    expect(Object.keys(distribution).length).toBeGreaterThan(1);
  });

  test('a list is read to its end', async () => {
    const games = await page.evaluate(async (authorized) => {
      const titles: string[] = [];
      for await (const { title } of api.iterateUserCompletionProgress(authorized, {
        username: 'MaxMilyin',
      }))
        titles.push(title);
      return titles;
    }, authorization);
    expect(games).toHaveLength(1287);
  });

  test('an answer that still stands is not sent again', async () => {
    const [first, second] = await page.evaluate(async (authorized) => {
      const authorizedWithCache = { ...authorized, cache: api.createCache() };
      const ask = () => api.getUserProgress(authorizedWithCache, { username: 'MaxMilyin', gameIds: [2] });
      return [JSON.stringify(await ask()), JSON.stringify(await ask())];
    }, authorization);
    expect(second).toBe(first);
    expect(asked.some(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
  });

  test.each([
    ['getAchievementUnlocks', { achievementId: 999_999_999 }, 'NotFoundError', 404],
    ['getUserProgress', { username: '!', gameIds: [1] }, 'InvalidParametersError', 422],
  ] as const)('%s of %j is the error %s', async (name, payload, error, status) => {
    const caught = await page.evaluate(
      async ([authorized, call, asking]) => {
        const answer: Promise<unknown> = Reflect.apply(api[call], undefined, [authorized, asking]);
        return answer.then(
          () => 'no error',
          (reason) => ({ isError: reason instanceof api.ApiError, name: reason.name, status: reason.status }),
        );
      },
      [authorization, name, payload] as const,
    );
    expect(caught).toEqual({ isError: true, name: error, status });
  });

  test.each([
    ['NetworkError', dropsTheConnection],
    ['TimeoutError', drips],
  ])('what goes wrong on the way is a %s', async (name, behaviour) => {
    await using faulty = await faultyServer((request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      behaviour(request, response);
    });
    const caught = await page.evaluate(
      async ([authorized, baseUrl]) => {
        const options = { baseUrl, retries: 0, timeout: 1_000, keyIn: 'query' } as const;
        const call = api.getAchievementDistribution(authorized, { gameId: 1 }, options);
        return call.catch((reason) => `${reason.name} ${reason.message} ${reason.stack}`);
      },
      [authorization, faulty.address] as const,
    );
    expect(caught).toMatch(name);
    expect(caught).not.toContain(authorization.webApiKey);
  });

  test('a signal ends a call', async () => {
    const name = await page.evaluate(async (authorized) => {
      const call = api.getUserProgress(
        authorized,
        { username: 'MaxMilyin', gameIds: [3] },
        { signal: AbortSignal.abort() },
      );
      return call.catch((reason) => reason.name);
    }, authorization);
    expect(name).toBe('AbortError');
  });

  test('nothing else went wrong', () => {
    expect(complaints).toEqual([]);
  });
});
