import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import { laurel } from '../../apps/server/src/testing/laurel.ts';
import {
  buildAuthorization,
  getAchievementDistribution,
  getAchievementUnlocks,
  getRecentGameAwards,
  getTopTenUsers,
  getUserAwards,
  getUserCompletionProgress,
} from '../../packages/client/src/index.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, takePicture, type Visitor } from './visitor.ts';

/** JavaScript of the first load of any page, compressed: issue 5. */
const BUDGET = 130_000;

const PASSWORD = 'correct horse battery';

const PAGES = {
  home: '/',
  games: '/games?system=1',
  game: '/game/1',
  achievement: '/achievement/9',
  player: '/user/MaxMilyin',
  progress: '/user/MaxMilyin/progress',
  'sign-in': '/sign-in',
  'not-found': '/game/999999999',
} as const;

let demo: DemoServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  demo = await serveDemo();
  const added = await laurel(['user', 'add', 'MaxMilyin', '--password-stdin', '--data', demo.data], {
    input: `${PASSWORD}\n`,
  });
  expect(added).toMatchObject({ status: 0 });
  browser = await launchChromium();
  visitor = await newVisitor(browser, demo.server.address);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Who reads the same with a program. */
function program() {
  return buildAuthorization({ username: 'program', webApiKey: demo.key, baseUrl: demo.server.address });
}

describe('a page shows what the Web API has', () => {
  test('home: the top players, and the latest awards', async () => {
    const [[best], { results }] = await Promise.all([
      getTopTenUsers(program()),
      getRecentGameAwards(program(), { count: 10 }),
    ]);
    await visitor.visit(PAGES.home);
    await visitor.page
      .getByRole('region', { name: 'Top players' })
      .getByText(best?.username ?? '', { exact: true })
      .waitFor();
    const latest = visitor.page.getByRole('region', { name: 'Latest awards' }).getByRole('listitem');
    expect(await latest.count()).toBe(results.length);
  });

  test('a game: its set, and how far its players have come', async () => {
    const [all, hardcore] = await Promise.all([
      getAchievementDistribution(program(), { gameId: 1 }),
      getAchievementDistribution(program(), { gameId: 1, hardcore: true }),
    ]);
    await visitor.visit(PAGES.game);
    expect(await visitor.page.locator('h1').textContent()).toBe('Sonic the Hedgehog');
    await visitor.page.getByText('As a table').click();
    const rows = await visitor.page
      .locator('details tbody tr')
      .evaluateAll((found) =>
        found.map((row) =>
          [...row.querySelectorAll('th, td')].map((cell) => Number(cell.textContent?.replace(/\D/g, ''))),
        ),
      );
    expect(rows).toEqual(
      Object.entries(all).map(([achieved, players]) => [
        Number(achieved),
        players,
        hardcore[Number(achieved)],
      ]),
    );
  });

  test('the chart is read by keyboard', async () => {
    await visitor.visit(PAGES.game);
    const slider = visitor.page.getByRole('slider');
    await slider.focus();
    await slider.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^23 achievements: /);
  });

  test('an achievement: pages of its unlocks, the same as the API’s', async () => {
    await visitor.visit(PAGES.achievement);
    await visitor.page.getByRole('link', { name: 'Next' }).click();
    await visitor.page.getByText('Page 2 of').waitFor();
    const { unlocks } = await getAchievementUnlocks(program(), { achievementId: 9, count: 50, offset: 50 });
    const shown = visitor.page.locator('section', { hasText: 'Who has it' }).locator('ol a');
    await expect.poll(() => shown.allTextContents()).toEqual(unlocks.map(({ user }) => user));
    expect(new URL(visitor.page.url()).search).toBe('?page=2');
  });

  test('a completion progress: every game, narrowed as one types, with its place in the address', async () => {
    const { total } = await getUserCompletionProgress(program(), { username: 'MaxMilyin', count: 1 });
    await visitor.visit(PAGES.progress);
    await visitor.page.getByText(`${total} games`).first().waitFor();
    await visitor.page.getByLabel('Search by title').fill('knuckles');
    await visitor.page.getByText(/^\d+ of 1287 games$/).waitFor();
    expect(new URL(visitor.page.url()).searchParams.get('q')).toBe('knuckles');
    await visitor.page.reload();
    expect(await visitor.page.getByLabel('Search by title').inputValue()).toBe('knuckles');
  });

  test('a player: what they have and did', async () => {
    await visitor.visit(PAGES.player);
    const { totalAwardsCount } = await getUserAwards(program(), { username: 'MaxMilyin' });
    await visitor.page.getByRole('button', { name: /Show all/ }).click();
    const awards = visitor.page.getByRole('region', { name: 'Awards' }).getByRole('listitem');
    expect(await awards.count()).toBe(totalAwardsCount);
  });
});

describe('an account', () => {
  test('signs in, makes a key that works, revokes it, and signs out', async () => {
    const { page, context } = await newVisitor(browser, demo.server.address);
    await page.goto('/sign-in');
    await page.getByLabel('Username').fill('MaxMilyin');
    await page.getByLabel('Password').fill('wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: /password/i })
      .waitFor();
    await page.getByLabel('Username').fill('MaxMilyin');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'MaxMilyin' }).waitFor();

    await page.getByLabel('What it is for').fill('my program');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const key = (await page.getByTestId('key').textContent()) ?? '';
    const ask = () =>
      fetch(`${demo.server.address}/API/API_GetTopTenUsers.php`, { headers: { 'X-API-Key': key } });
    expect((await ask()).status).toBe(200);
    await takePicture(page, 'account-desktop-light');
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Revoke my program' }).click();
    await page.getByText('You have no keys yet.').waitFor();
    expect((await ask()).status).toBe(401);

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect((await context.cookies()).filter(({ value }) => value !== '')).toEqual([]);
    await context.close();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(Object.entries(PAGES))('%s is for everybody', async (name, path) => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address, { theme });
    await visit(path);
    await takePicture(page, `${name}-desktop-${theme}`);
    expect(await barriersOf(page)).toEqual([]);
    await context.close();
  });

  test.each(Object.entries(PAGES))('%s fits on a phone', async (name, path) => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address, {
      screen: 'phone',
      theme,
    });
    await visit(path);
    await takePicture(page, `${name}-phone-${theme}`);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
});

test.each(Object.entries(PAGES))('the first load of %s has little JavaScript', async (_, path) => {
  const { page, context, visit } = await newVisitor(browser, demo.server.address);
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
  });
  await visit(path);
  const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
  expect(sum).toBeGreaterThan(10_000);
  expect(sum).toBeLessThanOrEqual(BUDGET);
  await context.close();
});

test('nothing was asked for from elsewhere, and nothing went wrong', () => {
  expect(visitor.elsewhere).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});
