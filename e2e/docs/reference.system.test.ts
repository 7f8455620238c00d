import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type LaurelServer,
  lastLine,
  laurel,
  serveLaurel,
  temporaryFolder,
} from '../../apps/server/src/testing/laurel.ts';
import { launchChromium } from '../chromium.ts';

const ENDPOINTS = [
  'GetAchievementDistribution',
  'GetAchievementUnlocks',
  'GetUserCompletionProgress',
  'GetUserProgress',
];

/** Enough of a world for one request: a game with an achievement, and a player who has it. */
const WORLD = [
  { type: 'system', id: 1, name: 'Mega Drive / Genesis' },
  { type: 'game', id: 1, systemId: 1, title: 'Sonic the Hedgehog' },
  { type: 'achievement', id: 9, gameId: 1, title: 'That Was Easy', description: '', points: 4 },
  { type: 'user', username: 'MaxMilyin' },
  { type: 'unlock', user: 'MaxMilyin', achievementId: 9, at: '2023-10-27T00:19:05Z', hardcore: true },
];

const folder = temporaryFolder();
let server: LaurelServer;
let browser: Browser;
let page: Page;
let key: string;
/** What the page asked for from anywhere but this server. */
const elsewhere: string[] = [];

beforeAll(async () => {
  const input = WORLD.map((record) => `${JSON.stringify(record)}\n`).join('');
  expect(await laurel(['import', '-', '--data', folder.path], { input })).toMatchObject({ status: 0 });
  key = lastLine((await laurel(['key', 'create', 'reader', '--data', folder.path])).stdout);
  server = await serveLaurel(['--data', folder.path]);

  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await page.route('**/*', async (route) => {
    const { origin, href, protocol } = new URL(route.request().url());
    if (origin === server.address || protocol === 'data:' || protocol === 'blob:') return route.continue();
    elsewhere.push(href);
    return route.abort();
  });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  folder[Symbol.dispose]();
});

/** The entry of an endpoint in the list beside the reference. */
const entry = (name: string) => page.locator(`a[href$="/GET/API/API_${name}.php"]`).first();

test('the reference lists every endpoint', async () => {
  await page.goto(`${server.address}/docs`);
  for (const name of ENDPOINTS) await entry(name).waitFor({ state: 'visible' });
  expect(await page.title()).toBe('Laurel: the Web API');
});

test('a reader with a key sends a request from the page to this very server, and sees the answer', async () => {
  await page.getByRole('textbox', { name: 'Value' }).first().fill(key);
  await entry('GetUserProgress').click();
  await page.locator('button', { hasText: 'Test Request(get /API/API_GetUserProgress.php)' }).click();

  const client = page.getByRole('dialog');
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.url().includes('/API/API_GetUserProgress.php')),
    client.locator('button', { hasText: 'Send get request to' }).first().click(),
  ]);
  expect(new URL(response.url()).origin).toBe(server.address);
  expect(response.status()).toBe(200);
  await client.getByText('"NumAchievedHardcore"').first().waitFor({ state: 'visible' });
  expect((await client.innerText()).replaceAll(/\s+/g, ' ')).toContain(
    '"1": { "NumPossibleAchievements": 1, "PossibleScore": 4, "NumAchieved": 1,',
  );
});

test('nothing was asked for from anywhere else', () => {
  expect(elsewhere).toEqual([]);
});

test('nothing that leads to somebody else’s service is offered', async () => {
  await page.goto(`${server.address}/docs`);
  await entry('GetUserProgress').waitFor({ state: 'visible' });
  const text = await page.locator('body').innerText();
  for (const offer of ['Ask AI', 'Generate MCP', 'Developer Tools', 'Deploy', 'Share'])
    expect(text).not.toContain(offer);
});
