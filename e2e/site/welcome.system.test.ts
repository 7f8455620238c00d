import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaurelServer, serveLaurel, temporaryFolder } from '../../apps/server/src/testing/laurel.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, takePicture } from './visitor.ts';

const PASSWORD = 'correct horse battery';
const THEMES = ['light', 'dark'] as const;
const SCREENS = ['desktop', 'phone'] as const;
const LOOKS = THEMES.flatMap((theme) => SCREENS.map((screen) => ({ theme, screen })));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe('a server that nobody has an account on', () => {
  const folder = temporaryFolder();
  let server: LaurelServer;
  /** The one-time address. */
  let address: string;

  beforeAll(async () => {
    server = await serveLaurel(['--data', folder.path]);
    const output = await server.waitFor(/code=\S+\n/);
    address = /^There is no account yet.* at (\S+)$/m.exec(output)?.[1] ?? expect.fail('no address');
  });
  afterAll(async () => {
    await server?.stop();
    folder[Symbol.dispose]();
  });

  test.each(LOOKS)('is for everybody: $screen, $theme', async (look) => {
    const { page, context, visit, complaints } = await newVisitor(browser, server.address, look);
    for (const [name, path] of [
      ['home-new', '/'],
      ['sign-in-new', '/sign-in'],
      ['welcome-no-code', '/welcome'],
      ['welcome', address],
    ] as const) {
      await visit(path);
      await takePicture(page, `${name}-${look.screen}-${look.theme}`);
      expect(await barriersOf(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each(['/', '/sign-in', '/welcome'])('says at %s where the first account is made', async (path) => {
    const { page, context, visit } = await newVisitor(browser, server.address);
    await visit(path);
    await page.getByRole('complementary', { name: /nobody has an account yet/ }).waitFor();
    await context.close();
  });

  test('a code that is not this one makes nothing, and says what to do', async () => {
    const { page, context, visit } = await newVisitor(browser, server.address);
    await visit('/welcome?code=wrong');
    await page.getByLabel('Username').fill('Mallory');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.getByRole('alert').filter({ hasText: 'Look at what the server printed last' }).waitFor();
    await context.close();
  });

  test('leads from its one-time address to the first game, by keyboard', async () => {
    const { page, context, visit, elsewhere } = await newVisitor(browser, server.address);
    await visit(address);
    await page.getByLabel('Username').focus();
    await page.keyboard.type('x!');
    await page.keyboard.press('Tab');
    await page.keyboard.type('short');
    await page.keyboard.press('Enter');
    await page.getByText('A username has 2 to 20 letters and digits.').waitFor();
    await page.getByText('A password has at least 8 characters, and at most 1024 bytes.').waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('username');
    await takePicture(page, 'welcome-wrong-desktop-light');
    expect(await barriersOf(page)).toEqual([]);

    await page.keyboard.press('Control+A');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Welcome, Ada' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Your account is made' }).waitFor();
    await page.getByText(`cheevos_custom_host = "${server.address}"`).waitFor();
    await takePicture(page, 'first-game-desktop-light');
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Your account' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    expect(elsewhere).toEqual([]);

    const later = await newVisitor(browser, server.address);
    await later.visit(address);
    await later.page.getByRole('heading', { name: 'The first account is made' }).waitFor();
    expect(await barriersOf(later.page)).toEqual([]);
    await later.visit('/');
    expect(await later.page.getByText('nobody has an account yet').count()).toBe(0);
    await context.close();
    await later.context.close();
  });
});

describe('a server for members', () => {
  const folder = temporaryFolder();
  let server: LaurelServer;
  let address: string;
  beforeAll(async () => {
    server = await serveLaurel(['--data', folder.path], { env: { LAUREL_SITE: 'members' } });
    address = /\S+code=\S+/.exec(await server.waitFor(/code=\S+\n/))?.[0] ?? expect.fail('no address');
  });
  afterAll(async () => {
    await server?.stop();
    folder[Symbol.dispose]();
  });

  test('asks visitors to sign in, and shows everything to who has', async () => {
    const { page, context, visit } = await newVisitor(browser, server.address);
    await visit(address);
    await page.getByLabel('Username').fill('Ada');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.getByRole('link', { name: 'Look at the games' }).click();
    await page.getByRole('heading', { level: 1, name: 'Games' }).waitFor();
    await page.getByRole('link', { name: 'Ada' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();

    await visit('/games');
    await page.getByRole('heading', { level: 1, name: 'Sign in to look around' }).waitFor();
    await takePicture(page, 'members-desktop-light');
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Username').fill('Ada');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    await page.getByRole('link', { name: 'Games', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Games' }).waitFor();
    await context.close();
  });
});
