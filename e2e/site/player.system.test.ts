import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import { laurel } from '../../apps/server/src/testing/laurel.ts';
import {
  buildAuthorization,
  getAchievementUnlocks,
  getGameHashes,
  getGameInfoAndUserProgress,
  getUserActivity,
  getUserRecentAchievements,
  getUserSummary,
  iterateUserCompletionProgress,
  type UserCompletionProgress,
} from '../../packages/client/src/index.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, type Visitor } from './visitor.ts';

const PASSWORD = 'correct horse battery';
/** Who has unlocked something on nearly every day of years, and who on a few. */
const BUSY = 'MaxMilyin';
const CALM = 'SolarYeti88';
/** Minutes: longer than there are computers. */
const EVER = 50_000_000;
const DAY = 86_400_000;

let demo: DemoServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  demo = await serveDemo();
  const added = await laurel(['user', 'add', BUSY, '--password-stdin', '--data', demo.data], {
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

function program() {
  return buildAuthorization({ username: 'program', webApiKey: demo.key, baseUrl: demo.server.address });
}

/** Every game that they have played. */
async function progressOfBusy() {
  const games: UserCompletionProgress['results'] = [];
  for await (const game of iterateUserCompletionProgress(program(), { username: BUSY, pageSize: 500 }))
    games.push(game);
  return games;
}

/** The rows of the table of a section: name and number. */
async function tableOf(section: Locator): Promise<[string, number][]> {
  await section.getByText('As a table').click();
  return section.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const [name, value] = [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '');
      return [name ?? '', Number(value?.replace(/\D/g, ''))];
    }),
  );
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Username').fill(BUSY);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: BUSY }).waitFor();
}

describe('the activity of a player', () => {
  const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

  test.each([
    [BUSY, 'desktop', 53],
    [BUSY, 'phone', 20],
    [CALM, 'desktop', 53],
    [CALM, 'phone', 20],
  ] as const)('%s on a %s: the days of %i weeks, as the API tells them', async (username, screen, weeks) => {
    const active = await getUserActivity(program(), { username, count: 500 });
    const latest = Date.parse(active[0]?.date ?? '');
    const monday = latest - ((new Date(latest).getUTCDay() + 6) % 7) * DAY;
    const first = monday - (weeks - 1) * 7 * DAY;
    const shown = active.filter(({ date }) => Date.parse(date) >= first);
    expect(shown.length).toBeGreaterThan(5);

    const { page, context, visit } = await newVisitor(browser, demo.server.address, { screen });
    await visit(`/user/${username}`);
    const section = page.getByRole('region', { name: 'Activity' });
    expect(await tableOf(section)).toEqual(
      shown.map(({ date, numAchieved }) => [dates.format(Date.parse(date)), numAchieved]),
    );
    const slider = section.getByRole('slider');
    expect(await slider.getAttribute('max')).toBe(String((latest - first) / DAY));
    const sum = shown.reduce((total, { numAchieved }) => total + numAchieved, 0);
    expect(await section.locator('p').first().textContent()).toContain(
      `${sum.toLocaleString('en-GB')} unlocks on ${shown.length} days`,
    );
    await context.close();
  });

  test('is that of the unlocks of which the documented API tells', async () => {
    const unlocks = await getUserRecentAchievements(program(), { username: BUSY, recentMinutes: EVER });
    const counts = Map.groupBy(unlocks, ({ date }) => date.slice(0, 10));
    // Of the earliest day of the newest 500, some are missing.
    const whole = [...counts].slice(0, -1);
    const active = await getUserActivity(program(), { username: BUSY, count: whole.length });
    expect(active).toEqual(
      whole.map(([date, of]) => ({
        date,
        numAchieved: of.length,
        numAchievedHardcore: of.filter(({ hardcoreMode }) => hardcoreMode).length,
      })),
    );
  });

  test('is read day by day with the keyboard', async () => {
    await visitor.visit(`/user/${CALM}`);
    const slider = visitor.page.getByRole('slider', { name: 'Unlocks by day' });
    await slider.focus();
    const last = await slider.getAttribute('aria-valuetext');
    expect(last).toMatch(/ 2023: \d+ unlocks?$/);
    await slider.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(last);
    await slider.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toBe(last);
  });

  test('ends with what was unlocked last, whenever that was', async () => {
    const unlocks = await getUserRecentAchievements(program(), { username: BUSY, recentMinutes: EVER });
    await visitor.visit(`/user/${BUSY}`);
    const shown = visitor.page
      .getByRole('region', { name: 'Unlocked last' })
      .getByRole('listitem')
      .locator('a:first-child');
    expect(await shown.allTextContents()).toEqual(
      unlocks.slice(0, 10).flatMap(({ title, gameTitle }) => [title, gameTitle]),
    );
  });

  test('and the games played last are those of the API', async () => {
    const { recentlyPlayed } = await getUserSummary(program(), { username: BUSY, recentGamesCount: 6 });
    const shown = visitor.page.getByRole('region', { name: 'Played last' }).getByRole('link');
    expect(await shown.allTextContents()).toEqual(recentlyPlayed.map(({ title }) => title));
  });
});

describe('the trophy case', () => {
  test('has one tile for a game, with its highest award', async () => {
    const counts = new Map<string | null, number>();
    for (const { highestAwardKind: kind } of await progressOfBusy())
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    await visitor.visit(`/user/${BUSY}`);
    const awards = visitor.page.getByRole('region', { name: 'Awards' });
    for (const [name, kind] of [
      ['Mastered', 'mastered'],
      ['Completed', 'completed'],
      ['Beaten', 'beaten-hardcore'],
      ['Beaten (softcore)', 'beaten-softcore'],
    ] as const) {
      const choice = awards.getByRole('radio', { name: `${name} ${counts.get(kind)}`, exact: true });
      await choice.check({ force: true });
      expect(await choice.isChecked()).toBe(true);
    }
    const all = awards.getByRole('button', { name: /^Show all/ });
    await all.click();
    expect(await awards.locator('[aria-setsize]').first().getAttribute('aria-setsize')).toBe(
      String(counts.get('beaten-softcore')),
    );
  });

  test('says at the focus which it is', async () => {
    await visitor.visit(`/user/${CALM}`);
    const awards = visitor.page.getByRole('region', { name: 'Awards' });
    const last = awards.getByRole('link').last();
    await last.focus();
    const words = (await last.textContent()) ?? '';
    expect(words).toMatch(/^.+ · (Mastered|Completed|Beaten) · \d+ \w+ \d{4}$/);
    expect(await awards.locator('p', { hasText: words }).isVisible()).toBe(true);
  });
});

test('an achievement: its newest unlocks over time, none lost', async () => {
  const { unlocks } = await getAchievementUnlocks(program(), { achievementId: 9, count: 500 });
  await visitor.visit('/achievement/9');
  const section = visitor.page.getByRole('region', { name: 'Unlocks over time' });
  const bars = await tableOf(section);
  expect(bars.length).toBeGreaterThanOrEqual(8);
  expect(bars.length).toBeLessThanOrEqual(60);
  expect(bars.reduce((sum, [, number]) => sum + number, 0)).toBe(unlocks.length);
  const slider = section.getByRole('slider');
  await slider.focus();
  await slider.press('End');
  expect(await slider.getAttribute('aria-valuetext')).toBe(
    `${bars.at(-1)?.[0]}: ${bars.at(-1)?.[1]} unlock${bars.at(-1)?.[1] === 1 ? '' : 's'}`,
  );
});

describe('a game', () => {
  test('shows who is signed in what they have of it, in which mode, and when', async () => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address);
    await signIn(page);
    const played = await progressOfBusy();
    const inBothModes = played.find(
      (game) => game.numAwardedHardcore > 0 && game.numAwardedHardcore < game.numAwarded,
    );
    const unfinished = played.find((game) => game.numAwarded > 2 && game.numAwarded < game.maxPossible);
    for (const of of [inBothModes, unfinished]) {
      if (of === undefined) throw new Error('the demo world has no such game');
      const game = await getGameInfoAndUserProgress(program(), { gameId: of.gameId, username: BUSY });
      const achievements = Object.values('achievements' in game ? game.achievements : {});
      const earned = achievements.filter(({ dateEarned }) => dateEarned !== undefined);
      const hardcore = achievements.filter(({ dateEarnedHardcore }) => dateEarnedHardcore !== undefined);
      await visit(`/game/${of.gameId}`);
      const mine = page.getByRole('region', { name: 'Your progress' });
      expect(await mine.textContent()).toContain(`${of.numAwarded} of ${of.maxPossible}`);
      const rows = page.getByRole('region', { name: 'Achievements' }).getByRole('listitem');
      const having = (text: string) => rows.filter({ hasText: text }).count();
      expect(await rows.count()).toBe(achievements.length);
      expect(await having('You unlocked it in hardcore')).toBe(hardcore.length);
      expect(await having('You unlocked it in softcore')).toBe(earned.length - hardcore.length);

      await page.getByLabel('Show').selectOption('You have');
      await expect.poll(() => rows.count()).toBe(earned.length);
      await page.getByLabel('Order').selectOption('You unlocked it last');
      const newest = earned.toSorted((a, b) => (b.dateEarned ?? '').localeCompare(a.dateEarned ?? ''))[0];
      await expect.poll(() => rows.first().textContent()).toContain(newest?.title);
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toEqual({ show: 'unlocked', sort: 'earned' });
      expect(await barriersOf(page)).toEqual([]);
    }
    await context.close();
  });

  test('says which files work', async () => {
    const { results } = await getGameHashes(program(), { gameId: 1 });
    await visitor.visit('/game/1');
    const files = visitor.page.getByRole('region', { name: 'Which game files work' });
    expect(await files.locator('code').allTextContents()).toEqual(results.map(({ md5 }) => md5));
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(['desktop', 'phone'] as const)('on a %s, a player is for everybody', async (screen) => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address, { theme, screen });
    for (const path of [`/user/${CALM}`, '/achievement/9', `/user/${BUSY}/progress?award=unfinished`]) {
      await visit(path);
      const tables = page.getByText('As a table');
      for (let nth = 0; nth < (await tables.count()); nth += 1) await tables.nth(nth).click();
      expect(await barriersOf(page)).toEqual([]);
    }
    await context.close();
  });
});

test('nothing was asked for from elsewhere, and nothing went wrong', () => {
  expect(visitor.elsewhere).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});
