import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type LaurelServer,
  laurel,
  serveLaurel,
  temporaryFolder,
} from '../../apps/server/src/testing/laurel.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, takePicture } from './visitor.ts';

const PASSWORD = 'correct horse battery';

const folder = temporaryFolder();
let server: LaurelServer;
let browser: Browser;

beforeAll(async () => {
  for (const name of ['Ada', 'Boris', 'Clara', 'Dana', 'Emil', 'Fred']) {
    const added = await laurel(['user', 'add', name, '--password-stdin', '--data', folder.path], {
      input: `${PASSWORD}\n`,
    });
    expect(added).toMatchObject({ status: 0 });
  }
  server = await serveLaurel(['--data', folder.path]);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder[Symbol.dispose]();
});

async function fillIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signedIn(username: string, options?: Parameters<typeof newVisitor>[2]) {
  const visitor = await newVisitor(browser, server.address, options);
  await fillIn(visitor.page, username);
  await visitor.page.getByRole('heading', { level: 1, name: username }).waitFor();
  return visitor;
}

const said = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

test('signs in after a wrong password, and out', async () => {
  const { page, context } = await newVisitor(browser, server.address);
  await fillIn(page, 'Ada', 'wrong password');
  await page
    .getByRole('alert')
    .filter({ hasText: /password/i })
    .waitFor();
  await fillIn(page, 'Ada');
  await page.getByRole('heading', { name: 'Ada' }).waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await said(page, 'You are signed out.');
  expect((await context.cookies()).filter(({ value }) => value !== '')).toEqual([]);
  await context.close();
});

test('a key that is made works at a terminal, and no more once it is revoked by keyboard', async () => {
  const { page, context } = await signedIn('Boris');
  await page.getByText('You have no keys yet.').waitFor();
  await page.getByLabel('A new key').fill('my program');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const key = (await page.getByTestId('key').textContent()) ?? '';
  expect(await page.getByTestId('curl').textContent()).toContain(key);
  const ask = () => fetch(`${server.address}/API/API_GetTopTenUsers.php`, { headers: { 'X-API-Key': key } });
  expect((await ask()).status).toBe(200);
  await page.reload();
  await page.getByText(/last used/).waitFor();
  expect(await page.getByText(key).count()).toBe(0);

  const revoke = page.getByRole('button', { name: 'Revoke my program' });
  await revoke.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Revoke “my program”?' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await ask()).status).toBe(200);

  await revoke.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await said(page, 'Revoked: my program.');
  await page.getByText('You have no keys yet.').waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('keys');
  expect((await ask()).status).toBe(401);
  await context.close();
});

test('the settings for RetroArch are those of this server, and a token in them signs in', async () => {
  const { page, context } = await signedIn('Clara');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /^Make a token/ }).click();
  await page.getByText('cheevos_token').waitFor();
  await page.getByRole('button', { name: 'Copy the settings' }).click();
  await said(page, 'Copied the settings.');
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  const settings = Object.fromEntries(
    [...copied.matchAll(/^cheevos_(\w+) = "(.*)"$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(settings).toMatchObject({ enable: 'true', custom_host: server.address, username: 'Clara' });
  const query = new URLSearchParams({ r: 'login2', u: 'Clara', t: settings.token ?? '' });
  const login = await fetch(`${server.address}/dorequest.php?${query}`);
  expect(await login.json()).toMatchObject({ Success: true, User: 'Clara' });
  await context.close();
});

test('the motto and the password are changed, with what is wrong beside the field', async () => {
  const { page, context } = await signedIn('Dana');
  const motto = page.getByLabel('A line under your name');
  await motto.fill('x'.repeat(51));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => describedBy(page, 'motto')).toContain('A motto has at most 50 characters');
  await motto.fill('Play on');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved.');
  expect(await describedBy(page, 'motto')).not.toContain('A motto has');

  await page.getByLabel('A new one').fill('another password');
  await page.getByRole('button', { name: 'Change the password' }).click();
  expect(await page.evaluate('document.activeElement.name')).toBe('current');
  await page.getByLabel('The password now').fill('wrong');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect.poll(() => describedBy(page, 'current')).toContain('This is not your password.');
  await page.getByLabel('The password now').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await said(page, 'Changed.');
  await page.reload();
  expect(await motto.inputValue()).toBe('Play on');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await said(page, 'You are signed out.');
  await fillIn(page, 'Dana', 'another password');
  await page.getByRole('heading', { name: 'Dana' }).waitFor();
  await context.close();
});

test('signing out everywhere ends the other browser too, which says so', async () => {
  const [here, there] = [await signedIn('Emil'), await signedIn('Emil')];
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  const dialog = here.page.getByRole('dialog', { name: 'Sign out everywhere?' });
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await said(here.page, 'You are signed out, here and everywhere else.');
  await there.page.getByRole('button', { name: /^Make a token/ }).click();
  await there.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await here.context.close();
  await there.context.close();
});

test.each([
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'light'],
  ['phone', 'dark'],
] as const)('the account is for everybody: %s, %s', async (screen, theme) => {
  const { page, context, complaints } = await signedIn('Fred', { screen, theme });
  await page.getByLabel('A new key').fill(`overlay ${screen} ${theme}`);
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByTestId('key').waitFor();
  await page.getByRole('button', { name: 'Change the password' }).click();
  await takePicture(page, `account-${screen}-${theme}`);
  expect(await barriersOf(page)).toEqual([]);
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  await context.close();
});

/** What is said about a field to those who listen. */
function describedBy(page: Page, name: string): Promise<string> {
  return page.evaluate(
    `(document.querySelector('input[name=${name}]').getAttribute('aria-describedby') ?? '')
      .split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')`,
  );
}
