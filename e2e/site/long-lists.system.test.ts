import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type LaurelServer,
  lastLine,
  laurel,
  serveLaurel,
  temporaryFolder,
} from '../../apps/server/src/testing/laurel.ts';
import { buildAuthorization, getGameList } from '../../packages/client/src/index.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, type Visitor } from './visitor.ts';

const GAMES = 10_000;
/** So many of them the collector has played, and beaten. */
const PLAYED = 1_500;
/** Rows in the page at one time, whatever the length of the list. */
const BOUND = 60;

/** For a machine that has other things to do. */
const PATIENTLY = { timeout: 20_000 };

const titleOf = (game: number) => `Game ${String(game).padStart(5, '0')}`;

/** A system with very many games of one achievement each, and somebody who has played very many of them. */
function* bigWorld(): Generator<object> {
  yield { type: 'system', id: 1, name: 'Big System' };
  for (let id = 1; id <= GAMES; id += 1) {
    yield { type: 'game', id, systemId: 1, title: titleOf(id) };
    const achievement = { id, gameId: id, title: `Finish ${id}`, description: 'Finish it', points: 5 };
    yield { type: 'achievement', ...achievement, kind: 'win_condition' };
  }
  yield { type: 'game', id: GAMES + 1, systemId: 1, title: 'Without a set' };
  yield { type: 'user', username: 'Collector', joinedAt: '2020-01-01T00:00:00Z' };
  for (let game = 1; game <= PLAYED; game += 1) {
    const at = new Date(Date.UTC(2020, 0, 1 + game)).toISOString().replace('.000', '');
    yield { type: 'unlock', user: 'Collector', achievementId: game, at, hardcore: game % 3 > 0 };
  }
}

const folder = temporaryFolder();
let server: LaurelServer;
let browser: Browser;
let visitor: Visitor;
let key: string;

beforeAll(async () => {
  const input = [...bigWorld()].map((record) => JSON.stringify(record)).join('\n');
  const imported = await laurel(['import', '-', '--data', folder.path], { input });
  expect(imported).toMatchObject({ status: 0 });
  key = lastLine((await laurel(['key', 'create', 'test', '--data', folder.path])).stdout);
  server = await serveLaurel(['--data', folder.path]);
  browser = await launchChromium();
  visitor = await newVisitor(browser, server.address);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder[Symbol.dispose]();
});

interface Row {
  readonly place: number;
  readonly of: number;
  readonly title: string;
}

/** The rows that are in the page, in their order. */
function rowsOf(page: Page): Promise<Row[]> {
  return page.locator('li[aria-posinset]').evaluateAll((rows) =>
    rows.map((row) => ({
      place: Number(row.getAttribute('aria-posinset')),
      of: Number(row.getAttribute('aria-setsize')),
      title: row.querySelector('a')?.ariaLabel ?? row.querySelector('a')?.textContent ?? '',
    })),
  );
}

/** The place of the row that is in the middle of the window; 0 for none. */
function placeInTheMiddle(page: Page): Promise<number> {
  const found = "document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('[aria-posinset]')";
  return page.evaluate<number>(`Number(${found}?.ariaPosInSet ?? 0)`);
}

/** The place of the row that has the focus. */
function focusedPlace(page: Page): Promise<string | undefined> {
  return page.evaluate("document.activeElement?.closest('[aria-posinset]')?.ariaPosInSet");
}

/** Pixels from the top. */
async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate(`scrollTo(0, ${top})`);
}

/** From 0 for the top to 1 for the end. */
async function scrollToShare(page: Page, share: number): Promise<void> {
  await page.evaluate(`scrollTo(0, ${share} * document.documentElement.scrollHeight)`);
}

describe('ten thousand games', () => {
  test('are scrolled through with few rows in the page, and every one in its place', async () => {
    const { page } = visitor;
    const by = buildAuthorization({ username: 'program', webApiKey: key, baseUrl: server.address });
    const titles = (
      await getGameList(by, { consoleId: 1, shouldOnlyRetrieveGamesWithAchievements: true })
    ).map(({ title }) => title);
    await visitor.visit('/games?system=1');
    await page.getByText(`10,000 of 10,001 games`).waitFor();

    const seen: number[] = [];
    for (const share of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
      await scrollToShare(page, share);
      await expect.poll(() => placeInTheMiddle(page), PATIENTLY).toBeGreaterThan(0);
      const rows = await rowsOf(page);
      expect(rows.length).toBeLessThanOrEqual(BOUND);
      expect(new Set(rows.map(({ of }) => of))).toEqual(new Set([GAMES]));
      expect(rows.map(({ title }) => title)).toEqual(rows.map(({ place }) => titles[place - 1]));
      seen.push(await placeInTheMiddle(page));
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect((await rowsOf(page)).at(-1)?.place).toBe(GAMES);
    // Those that came while it was scrolled are not without their pictures.
    const rows = page.locator('li[aria-posinset]');
    await expect
      .poll(async () => (await rows.count()) - (await rows.locator('img').count()), PATIENTLY)
      .toBe(0);
  });

  test('are narrowed as one types, and the address says how', async () => {
    const { page } = visitor;
    await visitor.visit('/games?system=1');
    await scrollTo(page, 300_000);
    await page.getByLabel('Search by title').fill('game 0777');
    await page.getByText('10 of 10,001 games').waitFor();
    expect((await rowsOf(page)).map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, (_, nth) => titleOf(7770 + nth)),
    );
    expect(new URL(page.url()).searchParams.get('q')).toBe('game 0777');
    await page.getByLabel('Search by title').fill('nothing like it');
    await page.getByText('No game is like that.').waitFor();
  });

  test('keep the reader’s place when they come back from a game', async () => {
    const { page } = visitor;
    await visitor.visit('/games?system=1');
    await scrollTo(page, 200_000);
    await expect.poll(() => placeInTheMiddle(page), PATIENTLY).toBeGreaterThan(2_000);
    const before = await placeInTheMiddle(page);
    await page.locator(`li[aria-posinset="${before}"] a`).click();
    await page.getByRole('heading', { level: 1, name: titleOf(before) }).waitFor();
    await page.goBack();
    await expect.poll(() => placeInTheMiddle(page), PATIENTLY).toBe(before);
  });

  test.each([
    'tells',
    // As on a machine that is busy: a step of the keyboard comes before the news of the scrolling that the last one made.
    'does not tell',
  ] as const)('are walked through by keyboard while the browser %s of scrolling', async (tells) => {
    const { page, context, visit } = await newVisitor(browser, server.address);
    await page.addInitScript(`
      let deaf = false;
      for (const type of ['scroll', 'scrollend'])
        addEventListener(type, (event) => deaf && event.stopImmediatePropagation(), true);
      window.stopTelling = () => (deaf = true);
      window.tellAgain = () => (deaf = false);
    `);
    await visit('/games?system=1');
    if (tells === 'does not tell') await page.evaluate('stopTelling()');
    await page.locator('li[aria-posinset="1"] a').focus();
    const walked = [await focusedPlace(page)];
    while (walked.length <= 60) {
      await page.keyboard.press('Tab');
      walked.push(await focusedPlace(page));
    }
    expect(walked).toEqual(Array.from({ length: 61 }, (_, index) => `${index + 1}`));
    while (walked.length > 30) {
      await page.keyboard.press('Shift+Tab');
      walked.pop();
      expect(await focusedPlace(page)).toBe(walked.at(-1));
    }
    await page.evaluate('tellAgain()');
    await scrollTo(page, 500_000);
    await expect.poll(() => placeInTheMiddle(page), PATIENTLY).toBeGreaterThan(6_000);
    expect(await focusedPlace(page)).toBe('30');
    expect((await rowsOf(page)).length).toBeLessThanOrEqual(BOUND);
    await context.close();
  });

  test.each(['desktop', 'phone'] as const)('are for everybody, on a %s', async (screen) => {
    const { page, context, visit } = await newVisitor(browser, server.address, { screen });
    await visit('/games?system=1');
    await scrollTo(page, 100_000);
    await expect.poll(() => placeInTheMiddle(page), PATIENTLY).toBeGreaterThan(1_000);
    expect(await barriersOf(page)).toEqual([]);
    // No row lies on another.
    const tops = await page.locator('li[aria-posinset]').evaluateAll((rows) =>
      rows.map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return [Math.round(top), Math.round(bottom)] as const;
      }),
    );
    expect(tops.slice(1).map(([top]) => top)).toEqual(tops.slice(0, -1).map(([, bottom]) => bottom));
    await context.close();
  });
});

test.each(['desktop', 'phone'] as const)('a trophy case of 1,500 is shown whole, on a %s', async (screen) => {
  const { page, context, visit } = await newVisitor(browser, server.address, { screen });
  await visit('/user/Collector');
  await page.getByRole('button', { name: 'Show all 1,500' }).click();
  const trophies = page.getByRole('region', { name: 'Awards' }).locator('li[aria-posinset]');
  await trophies.first().waitFor();
  for (const share of [0.2, 0.4, 0.6]) {
    await scrollToShare(page, share);
    await expect.poll(() => placeInTheMiddle(page), PATIENTLY).toBeGreaterThan(0);
    const rows = await rowsOf(page);
    // Fourteen side by side.
    expect(rows.length).toBeLessThanOrEqual(screen === 'phone' ? BOUND : 14 * BOUND);
    expect(new Set(rows.map(({ of }) => of))).toEqual(new Set([PLAYED]));
    const places = rows.map(({ place }) => place);
    expect(places).toEqual(places.map((_, nth) => (places[0] ?? 0) + nth));
    // The newest comes first; each has its game, its award and its date.
    const day = new Date(Date.UTC(2020, 0, 2 + PLAYED - (places[0] ?? 0)));
    expect(rows[0]?.title).toBe(
      `${titleOf(PLAYED + 1 - (places[0] ?? 0))} Big System · ${
        (PLAYED + 1 - (places[0] ?? 0)) % 3 > 0 ? 'Beaten' : 'Beaten (softcore)'
      } · ${day.toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })}`,
    );
  }
  // Axe takes its time for so many; a desktop has the same ones without the words beside them.
  if (screen === 'phone') expect(await barriersOf(page)).toEqual([]);
  await context.close();
});

test('a completion progress of 1,500 games is read in pages, narrowed over all of them', async () => {
  const { page } = visitor;
  await visitor.visit('/user/Collector/progress?page=15');
  await page.getByText('Page 15 of 15').waitFor();
  const titles = page.locator('article li a');
  expect(await titles.count()).toBe(100);
  // The newest unlock comes first.
  expect(await titles.last().textContent()).toBe(titleOf(1));
  await page.getByRole('link', { name: 'Previous' }).click();
  await page.getByText('Page 14 of 15').waitFor();
  expect(new URL(page.url()).search).toBe('?page=14');
  await page.getByLabel('Search by title').fill('0123');
  await page.getByText(/^\d+ of 1,500 games$/).waitFor();
  expect(await titles.allTextContents()).toEqual(
    Array.from({ length: 10 }, (_, nth) => titleOf(1239 - nth)).concat(titleOf(123)),
  );
  expect(new URL(page.url()).search).toBe('?q=0123');
});

describe('nothing to show is said in words', () => {
  test.each([
    [`/game/${GAMES}`, 'Nobody has unlocked anything here yet.'],
    [`/game/${GAMES}`, 'No file of this game is known yet'],
    [`/game/${GAMES + 1}`, 'This game has no achievements yet'],
    [`/achievement/${GAMES}`, 'Nobody has unlocked it yet.'],
    ['/games?system=2', 'This system has no games yet.'],
    ['/user/Nobody', 'There is no such player'],
    ['/user/Nobody/progress', 'There is no such player'],
    ['/achievement/999999', 'There is no such achievement'],
  ])('%s: %s', async (path, words) => {
    await visitor.visit(path);
    await visitor.page.getByText(words).first().waitFor();
    expect(await barriersOf(visitor.page)).toEqual([]);
  });

  test('and it is asked for once', async () => {
    const { page, context, visit } = await newVisitor(browser, server.address);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/API/')) asked.push(request.url());
    });
    for (const path of ['/achievement/999999', '/game/999999', '/user/Nobody']) await visit(path);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked).toEqual([...new Set(asked)]);
    await context.close();
  });
});
