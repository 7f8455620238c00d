import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type LaurelServer,
  laurel,
  serveLaurel,
  temporaryFolder,
} from '../../apps/server/src/testing/laurel.ts';
import { launchChromium } from '../chromium.ts';
import { newVisitor } from '../site/visitor.ts';

const PASSWORD = 'correct horse battery';

const folder = temporaryFolder();
let server: LaurelServer;
let browser: Browser;

beforeAll(async () => {
  const added = await laurel(['user', 'add', 'Ada', '--password-stdin', '--data', folder.path], {
    input: `${PASSWORD}\n`,
  });
  expect(added).toMatchObject({ status: 0 });
  server = await serveLaurel(['--data', folder.path]);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder[Symbol.dispose]();
});

const keyField = (page: Page) => page.getByRole('textbox', { name: 'Value' }).first();

/** Tries an endpoint from the reference. */
async function tryOut(page: Page) {
  await page.locator('a[href$="/GET/API/API_GetTopTenUsers.php"]').first().click();
  await page.locator('button', { hasText: 'Test Request(get /API/API_GetTopTenUsers.php)' }).click();
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.url().includes('/API/API_GetTopTenUsers.php')),
    page.getByRole('dialog').locator('button', { hasText: 'Send get request to' }).first().click(),
  ]);
  return response;
}

test('who is not signed in finds no key, and where to get one; signed in, requests work at once', async () => {
  const { page, context, complaints, elsewhere } = await newVisitor(browser, server.address);
  await page.goto('/docs');
  await keyField(page).waitFor();
  expect(await keyField(page).inputValue()).toBe('');
  await page.getByRole('link', { name: 'Sign in' }).click();

  await page.getByLabel('Username').fill('Ada');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('A key is filled in for Ada').waitFor();
  expect(new URL(page.url()).pathname).toBe('/docs/');
  const response = await tryOut(page);
  expect(response.status()).toBe(200);
  expect(response.request().headers()['x-api-key']).toMatch(/^site\./);
  expect(new URL(response.url()).search).not.toContain('site.');
  expect(page.url()).not.toContain('site.');
  // Nothing of it is kept where it would outlive the session.
  const kept = await page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
  expect(kept).not.toContain('site.');

  await page.request.post('/site/sign-out', { data: {}, headers: { origin: server.address } });
  await page.reload();
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  await keyField(page).waitFor();
  expect(await keyField(page).inputValue()).toBe('');
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a server without a website says how a key is made', async () => {
  await using plain = await serveLaurel(['--data', folder.path], { env: { LAUREL_SITE: 'off' } });
  const { page, context } = await newVisitor(browser, plain.address);
  await page.goto('/docs');
  await page.getByText('laurel key create').waitFor();
  await keyField(page).waitFor();
  await context.close();
});
