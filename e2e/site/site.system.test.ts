import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import {
  buildAuthorization,
  getAchievementDistribution,
  getAchievementUnlocks,
  getMostPlayedGames,
  getRecentGameAwards,
  getRecentUnlocks,
  getTopTenUsers,
  getUserAwards,
  getUserCompletionProgress,
} from '../../packages/client/src/index.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, takePicture, type Visitor } from './visitor.ts';

/** JavaScript of the first load of any page, compressed: issue 5. */
const BUDGET = 130_000;

const PAGES = {
  home: '/',
  games: '/games?system=1',
  game: '/game/1',
  achievement: '/achievement/9',
  player: '/user/MaxMilyin',
  progress: '/user/MaxMilyin/progress',
  'sign-in': '/sign-in',
  docs: '/docs',
  'docs-endpoint': '/docs/GetUserProgress',
  'not-found': '/game/999999999',
} as const;

let demo: DemoServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  demo = await serveDemo();
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
  test('home: the newest unlocks and awards, the most played games, the top players', async () => {
    const [unlocks, awards, games, players] = await Promise.all([
      getRecentUnlocks(program(), { count: 6 }),
      getRecentGameAwards(program(), { count: 6 }),
      getMostPlayedGames(program(), { count: 8 }),
      getTopTenUsers(program()),
    ]);
    await visitor.visit(PAGES.home);
    const shown = (region: string) =>
      visitor.page.getByRole('region', { name: region }).getByRole('listitem').allInnerTexts();
    const lists = {
      'Latest unlocks': unlocks.map((unlock) => [
        unlock.title,
        `${unlock.user} in ${unlock.gameTitle}`,
        unlock.hardcoreMode ? 'Hardcore' : 'Softcore',
      ]),
      'Latest awards': awards.results.map(({ user, gameTitle, consoleName }) => [
        user,
        `${gameTitle}, ${consoleName}`,
      ]),
      'Most played games': games.map(({ title, consoleName, numDistinctPlayers }) => [
        title,
        consoleName,
        numDistinctPlayers.toLocaleString('en-GB'),
      ]),
      'Top players': players.map(({ username, totalPoints }) => [
        username,
        totalPoints.toLocaleString('en-GB'),
      ]),
    };
    for (const [region, said] of Object.entries(lists)) {
      const texts = await shown(region);
      expect(texts.length).toBe(said.length);
      for (const [index, words] of said.entries())
        for (const word of words) expect(texts[index]).toContain(word);
    }
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
    await visitor.page
      .getByText(`${total.toLocaleString('en-GB')} games`)
      .first()
      .waitFor();
    await visitor.page.getByLabel('Search by title').fill('knuckles');
    await visitor.page.getByText(/^\d+ of 1,287 games$/).waitFor();
    expect(new URL(visitor.page.url()).searchParams.get('q')).toBe('knuckles');
    await visitor.page.reload();
    expect(await visitor.page.getByLabel('Search by title').inputValue()).toBe('knuckles');
  });

  test('a player: what they have and did', async () => {
    await visitor.visit(PAGES.player);
    const { visibleUserAwards } = await getUserAwards(program(), { username: 'MaxMilyin' });
    await visitor.page.getByRole('button', { name: /Show all/ }).click();
    const award = visitor.page.getByRole('region', { name: 'Awards' }).locator('[aria-setsize]').first();
    // One for each game, the highest.
    const games = new Set(visibleUserAwards.map(({ awardData }) => awardData));
    expect(await award.getAttribute('aria-setsize')).toBe(String(games.size));
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
