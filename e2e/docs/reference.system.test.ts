import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import { laurel, serveLaurel } from '../../apps/server/src/testing/laurel.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, takePicture, type Visitor } from '../site/visitor.ts';

const PASSWORD = 'correct horse battery';

/** Of `/openapi.json`, what is compared with the pages. */
interface Document {
  readonly paths: Record<
    string,
    {
      readonly get: {
        readonly operationId: string;
        readonly summary: string;
        readonly parameters: readonly { readonly name?: string }[];
        readonly responses: Record<string, object>;
      };
    }
  >;
}

let demo: DemoServer;
let browser: Browser;
let visitor: Visitor;
let page: Page;
let document: Document;

beforeAll(async () => {
  demo = await serveDemo();
  const added = await laurel(['user', 'add', 'Ada', '--password-stdin', '--data', demo.data], {
    input: `${PASSWORD}\n`,
  });
  expect(added).toMatchObject({ status: 0 });
  document = (await (await fetch(`${demo.server.address}/openapi.json`)).json()) as Document;
  browser = await launchChromium();
  visitor = await newVisitor(browser, demo.server.address);
  page = visitor.page;
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const keyField = (of: Page = page) => of.getByLabel('Your web API key');
const answer = (of: Page = page) => of.getByRole('region', { name: 'The answer' });

/** What of the answer is in the page. */
const shownText = async () => (await answer().locator('pre').allTextContents()).join('\n');

/** Sends what is filled in, and waits until the answer is shown. */
async function send(of: Page = page) {
  const [response] = await Promise.all([
    of.waitForResponse((candidate) => new URL(candidate.url()).pathname.startsWith('/API/')),
    of.getByRole('button', { name: 'Send' }).click(),
  ]);
  await answer(of).waitFor();
  return response;
}

describe('a reader who has a key', () => {
  test('finds every endpoint in the list, and fewer as they type', async () => {
    await visitor.visit('/docs');
    expect(await page.title()).toBe('The Web API · Laurel');
    const list = page.getByRole('navigation', { name: 'Endpoints' });
    const entries = list.getByRole('listitem');
    const names = Object.values(document.paths).map(({ get }) => get.operationId);
    expect((await entries.allTextContents()).sort()).toEqual(names.sort());
    await list.getByLabel('Find an endpoint').fill('user awards');
    expect(await entries.allTextContents()).toEqual(['GetUserAwards']);
    await list.getByLabel('Find an endpoint').fill('');
  });

  test('sends the example of every endpoint from its page, and sees the answer', async () => {
    await visitor.visit('/docs');
    for (const { get } of Object.values(document.paths)) {
      await page.getByRole('link', { name: get.operationId, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: get.summary, exact: true }).waitFor();
      expect(await page.title()).toBe(`${get.operationId} · Laurel`);
      const names = get.parameters.flatMap(({ name }) => name ?? []);
      const parameters = page.getByRole('table', { name: 'Parameters' }).getByRole('rowheader');
      expect(await parameters.allTextContents()).toEqual(names);
      if ((await keyField().inputValue()) === '') await keyField().fill(demo.key);
      const response = await send();
      expect(Object.keys(get.responses)).toContain(String(response.status()));
      expect(response.request().headers()['x-api-key']).toBe(demo.key);
      expect(response.url()).not.toContain(demo.key);
      const whole = JSON.stringify(await response.json(), null, 2);
      const shown = await shownText();
      expect(shown === whole || (shown.length > 30_000 && whole.startsWith(shown))).toBe(true);
      expect(await page.getByTestId('curl').textContent()).toContain(response.url());
    }
  });

  test('is told what is wrong: with a parameter, with the key, with the network', async () => {
    await visitor.visit('/docs/GetUserProgress');
    const status = page.getByRole('status').filter({ hasText: /\w/ });
    await send();
    expect(await status.allTextContents()).toContainEqual(expect.stringMatching(/^401 Unauthenticated\. /));

    await keyField().fill(demo.key);
    await page.getByLabel('i: gameIds').fill('many');
    await send();
    await page.getByText('The i field must be a list of IDs, separated by commas.').first().waitFor();
    expect(await page.getByLabel('i: gameIds').getAttribute('aria-invalid')).toBe('true');
    await expect
      .poll(() => page.getByLabel('i: gameIds').evaluate((field) => field.matches(':focus')))
      .toBe(true);

    await visitor.context.setOffline(true);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The server does not answer at the moment.').waitFor();
    await visitor.context.setOffline(false);
    await page.getByLabel('i: gameIds').fill('1');
    expect((await send()).status()).toBe(200);
  });

  test('sees the beginning of a long answer, and all of it when they want', async () => {
    await visitor.visit('/docs/GetUserCompletionProgress');
    await keyField().fill(demo.key);
    await page.getByLabel('c: count').fill('500');
    const response = await send();
    const whole = JSON.stringify(await response.json(), null, 2);
    expect(whole.length).toBeGreaterThan(150_000);
    const beginning = await shownText();
    expect(whole.startsWith(beginning)).toBe(true);
    expect(beginning.length).toBeLessThan(50_000);
    await page.getByRole('button', { name: 'Show all of it' }).click();
    expect(await shownText()).toBe(whole);
  });

  test('needs no mouse', async () => {
    await visitor.visit('/docs');
    await reach('Find an endpoint');
    await page.keyboard.type('user points');
    await reach('GetUserPoints');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Try it' }).waitFor();
    await reach('Your web API key');
    await page.keyboard.type(demo.key);
    await page.keyboard.press('Enter');
    await answer().waitFor();
    await reach('The answer');
  });

  test('comes to nothing at an endpoint that does not exist', async () => {
    await visitor.visit('/docs/GetNothing');
    expect(await page.locator('h1').textContent()).toBe('There is nothing here');
    await visitor.visit('/docs/');
    expect(await page.locator('h1').textContent()).toBe('The Web API');
  });
});

/** Goes on by keyboard to what is called so. */
async function reach(name: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const at = await page.evaluate<string>(`(() => {
      const { activeElement: at } = document;
      return at?.ariaLabel || at?.labels?.[0]?.textContent || at?.textContent || '';
    })()`);
    if (at === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`There is no way to ${name}`);
}

test('who signs in comes back to the endpoint, and their key is filled in: in no address, and kept nowhere', async () => {
  const {
    page: theirs,
    context,
    complaints,
    elsewhere,
    visit,
  } = await newVisitor(browser, demo.server.address);
  await visit('/docs/GetTopTenUsers');
  expect(await keyField(theirs).inputValue()).toBe('');
  expect(await theirs.getByTestId('curl').textContent()).toContain('YOUR_KEY');
  await theirs.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await theirs.getByLabel('Username').fill('Ada');
  await theirs.getByLabel('Password').fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  await theirs.getByText('A key is filled in for Ada').waitFor();
  expect(new URL(theirs.url()).pathname).toBe('/docs/GetTopTenUsers');

  const response = await send(theirs);
  const key = await keyField(theirs).inputValue();
  expect(key).toMatch(/^site\./);
  expect([response.status(), response.request().headers()['x-api-key']]).toEqual([200, key]);
  expect(response.request().headers()).not.toHaveProperty('cookie');
  expect(await theirs.getByTestId('curl').textContent()).toContain(key);
  expect(await theirs.getByTestId('client').textContent()).toContain(key);
  expect(response.url() + theirs.url()).not.toContain('site.');
  const kept = await theirs.evaluate<string>(
    'JSON.stringify({ ...localStorage, ...sessionStorage, history: history.state })',
  );
  expect(kept).not.toContain('site.');

  for (const screen of ['desktop', 'phone'] as const) {
    await theirs.setViewportSize({ width: screen === 'phone' ? 390 : 1280, height: 844 });
    for (const theme of ['light', 'dark'] as const) {
      await theirs.emulateMedia({ colorScheme: theme });
      await takePicture(theirs, `docs-answer-${screen}-${theme}`);
      expect(await barriersOf(theirs)).toEqual([]);
    }
    const overflow = await theirs.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  }

  // Folded, where there is no room beside it.
  await theirs.getByText(/^All \d+ endpoints$/).click();
  await takePicture(theirs, 'docs-list-phone-dark');
  expect(await barriersOf(theirs)).toEqual([]);
  await theirs.getByRole('link', { name: 'GetGame', exact: true }).click();
  await expect.poll(() => theirs.title()).toBe('GetGame · Laurel');
  expect(await theirs.getByLabel('Find an endpoint').isVisible()).toBe(false);

  await theirs.request.post('/site/sign-out', { data: {}, headers: { origin: demo.server.address } });
  await visit('/docs/GetTopTenUsers');
  expect(await keyField(theirs).inputValue()).toBe('');
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('where reading is for members, everybody reads the reference', async () => {
  await using closed = await serveLaurel(['--data', demo.data], { env: { LAUREL_SITE: 'members' } });
  const { page: theirs, context, visit } = await newVisitor(browser, closed.address);
  await visit('/docs/GetTopTenUsers');
  expect(await keyField(theirs).inputValue()).toBe('');
  await theirs.getByRole('main').getByRole('link', { name: 'Sign in' }).waitFor();
  await context.close();
});

test('without the website the reference is there, says how a key is made, and leads to no page that is not', async () => {
  await using plain = await serveLaurel(['--data', demo.data], { env: { LAUREL_SITE: 'off' } });
  const { page: theirs, context, elsewhere, visit } = await newVisitor(browser, plain.address);
  await visit('/docs');
  await theirs.getByText('laurel key create NAME').waitFor();
  const links = await theirs
    .locator('a[href^="/"]')
    .evaluateAll((found) => found.map((link) => (link as unknown as { readonly pathname: string }).pathname));
  expect(links.filter((path) => !/^\/(?:docs(?:\/\w+)?|openapi\.json)$/.test(path))).toEqual([]);
  expect(await theirs.getByRole('button', { name: /Search/ }).count()).toBe(0);
  await theirs.setViewportSize({ width: 390, height: 844 });
  expect(await barriersOf(theirs)).toEqual([]);
  await visit('/docs/GetTopTenUsers');
  await keyField(theirs).fill(demo.key);
  expect((await send(theirs)).status()).toBe(200);
  expect((await theirs.request.get('/games')).status()).toBe(404);
  expect(elsewhere).toEqual([]);
  await context.close();
});

test('nothing was asked for from elsewhere', () => {
  expect(visitor.elsewhere).toEqual([]);
});
