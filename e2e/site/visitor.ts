import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Where a person can look at the pages; not committed. */
const SCREENSHOTS = join(import.meta.dirname, 'screenshots');

const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Somebody who looks at the website in a browser of their own. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the pages asked for from anywhere but the server. */
  readonly elsewhere: readonly string[];
  /** What went wrong in the pages. */
  readonly complaints: readonly string[];
  /** Goes to a page and waits until all of it is there. */
  visit(path: string): Promise<void>;
}

export async function newVisitor(
  browser: Browser,
  address: string,
  { screen = 'desktop', theme = 'light' }: { screen?: keyof typeof SCREENS; theme?: 'light' | 'dark' } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: SCREENS[screen],
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const { origin, href, protocol } = new URL(route.request().url());
    if (origin === address || protocol === 'data:') return route.continue();
    elsewhere.push(href);
    return route.abort();
  });
  let underWay = 0;
  page.on('request', () => (underWay += 1));
  page.on('requestfinished', () => (underWay -= 1));
  page.on('requestfailed', () => (underWay -= 1));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    context,
    page,
    elsewhere,
    complaints,
    visit: async (path) => {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      while (underWay > 0 || (await page.locator('[aria-busy]').count()) > 0) await page.waitForTimeout(20);
    },
  };
}

/** What axe finds on the page as it is: nothing, in words. */
export async function barriersOf(page: Page): Promise<string[]> {
  // "Legacy": in this page alone, and not in another one that gathers what frames say; there are no frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' | ')})`,
  );
}

/** Writes the whole page as a picture for a person to look at. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
