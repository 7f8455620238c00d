import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import { launchChromium } from '../chromium.ts';
import { newVisitor } from './visitor.ts';

/** Each page, and what it reads, by the names of the endpoints, before it has had any answer. */
const PAGES = {
  '/': ['LaurelGetMostPlayedGames', 'LaurelGetRecentUnlocks', 'GetRecentGameAwards', 'GetTopTenUsers'],
  '/games?system=1': ['GetConsoleIDs', 'GetGameList'],
  '/game/1': [
    ...['GetGameExtended', 'GetGameHashes'],
    ...['GetAchievementDistribution', 'GetAchievementDistribution'],
    ...['GetGameRankAndScore', 'GetGameRankAndScore'],
  ],
  '/achievement/9': ['GetAchievementUnlocks', 'GetAchievementUnlocks'],
  '/user/MaxMilyin': [
    'GetUserAwards',
    'GetUserRecentAchievements',
    'GetUserSummary',
    'LaurelGetUserActivity',
  ],
  '/user/MaxMilyin/progress': ['GetUserCompletionProgress', 'GetUserProfile'],
  '/sign-in': [],
  '/docs': ['openapi.json'],
  '/docs/GetUserProgress': ['openapi.json'],
} as const;

/** What answers with data. */
const DATA = /\/API\/|\/openapi\.json$/;

/** Something that was shown, and then was elsewhere. */
interface Move {
  /** Its part of the cumulative layout shift, which is good up to 0.1. */
  readonly value: number;
  readonly what: readonly string[];
}

/** Runs in a page, to note what moves in it. */
const NOTE_MOVES = `
  const nameOf = ({ node, previousRect, currentRect }) =>
    [node?.className || node?.nodeName, previousRect.y, '->', currentRect.y].join(' ');
  globalThis.moves = [];
  new PerformanceObserver((list) =>
    moves.push(...list.getEntries().map(({ value, sources }) => ({ value, what: sources.map(nameOf) }))),
  ).observe({ type: 'layout-shift', buffered: true });
`;

let demo: DemoServer;
let browser: Browser;

beforeAll(async () => {
  demo = await serveDemo();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe.each(Object.entries(PAGES))('the first load of %s', (path, reads) => {
  test('waits for nothing but the session before all of its data is asked for', async () => {
    const { context, page } = await newVisitor(browser, demo.server.address);
    const asked: string[] = [];
    const answers = Promise.withResolvers<void>();
    await context.route(DATA, async (route) => {
      asked.push(/(?:API_(\w+)\.php|openapi\.json)/.exec(route.request().url())?.findLast(Boolean) ?? '');
      await answers.promise;
      await route.continue();
    });
    await page.goto(path);
    await expect.poll(() => asked.toSorted(), { timeout: 20_000 }).toEqual([...reads].sort());
    answers.resolve();
    await page.locator('h1').waitFor();
    await context.close();
  });

  test('has the session asked for once, and no script but those that its HTML names', async () => {
    const { context, page, visit } = await newVisitor(browser, demo.server.address);
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await visit(path);
    const html = await (await fetch(demo.server.address + path)).text();
    const named = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, name]) => name);
    expect(paths.filter((name) => name.endsWith('.js')).sort()).toEqual(named.sort());
    expect(paths.filter((name) => name === '/site/session')).toHaveLength(1);
    await context.close();
  });

  test.each(['desktop', 'phone'] as const)(
    'moves nothing on a %s, however late the answers are',
    async (screen) => {
      const { context, page } = await newVisitor(browser, demo.server.address, { screen });
      await page.addInitScript(NOTE_MOVES);
      await context.route(DATA, async (route) => {
        // Until something is shown in its place.
        if (path !== '/sign-in') await page.locator('[aria-busy]').first().waitFor();
        await route.continue();
      });
      await page.goto(path);
      await page.locator('h1').waitFor();
      await expect.poll(() => page.locator('[aria-busy]').count(), { timeout: 20_000 }).toBe(0);
      await page.waitForLoadState('networkidle');
      const moves = await page.evaluate<Move[]>('moves');
      const moved = moves.reduce((sum, { value }) => sum + value, 0);
      expect(moved, JSON.stringify(moves)).toBeLessThan(0.01);
      await context.close();
    },
  );
});
