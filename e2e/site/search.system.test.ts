import type { Browser, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoServer, serveDemo } from '../../apps/server/src/testing/demo-server.ts';
import { buildAuthorization, search } from '../../packages/client/src/index.ts';
import { launchChromium } from '../chromium.ts';
import { barriersOf, newVisitor, takePicture, type Visitor } from './visitor.ts';

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

/** What a program finds. */
function ask(query: string) {
  const program = buildAuthorization({
    username: 'program',
    webApiKey: demo.key,
    baseUrl: demo.server.address,
  });
  return search(program, { query, count: 8 });
}

/** The names of what is shown, in order; of the kind, where one is asked for. */
function shown(page: Page, kind?: 'Games' | 'Players'): Promise<string[]> {
  const within = kind === undefined ? page.getByRole('listbox') : page.getByRole('group', { name: kind });
  return within
    .getByRole('option')
    .evaluateAll((options) =>
      options.map((option) => option.querySelector('span')?.firstChild?.textContent ?? ''),
    );
}

/** Where one types what to look for. */
function fieldOf(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search games and players' });
}

/** What Enter opens. */
function chosen(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option', { selected: true });
}

/** Keeps requests waiting until they are let go. */
function held() {
  const waiting: Route[] = [];
  let isLetGo = false;
  const go = (route: Route) => route.continue().catch(() => {});
  return {
    hold: async (route: Route) => {
      if (isLetGo) await go(route);
      else waiting.push(route);
    },
    letGo: async () => {
      isLetGo = true;
      await Promise.all(waiting.map(go));
    },
  };
}

describe('on the first page', () => {
  test('typing finds games and players, the same as the API’s', async () => {
    const { page, visit } = visitor;
    await visit('/');
    await fieldOf(page).pressSequentially('sol');
    const { games, players } = await ask('sol');
    await page
      .getByRole('status')
      .getByText(/^\d+ games? and \d+ players?\.$/)
      .waitFor();
    const [shownGames, shownPlayers] = [await shown(page, 'Games'), await shown(page, 'Players')];
    expect(shownGames).toEqual(games.slice(0, shownGames.length).map(({ title }) => title));
    expect(shownPlayers).toEqual(players.slice(0, shownPlayers.length).map(({ user }) => user));
  });

  /** @returns the field, and what was found, of which the first is chosen */
  async function lookForSonic() {
    const { page, visit } = visitor;
    await visit('/');
    const field = fieldOf(page);
    await field.fill('sonic');
    await chosen(page).waitFor();
    return { field, names: await shown(page) };
  }

  test('the arrows choose, Enter opens, Escape closes and then empties', async () => {
    const { page } = visitor;
    const { field, names } = await lookForSonic();
    expect(names.length).toBeGreaterThan(2);
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await field.press('ArrowUp');
    expect(await chosen(page).count()).toBe(1);
    expect(await chosen(page).innerText()).toContain(names[1]);
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen(page).getAttribute('id'));
    await field.press('Escape');
    await chosen(page).waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('sonic');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await field.press('Escape');
    await expect.poll(() => field.inputValue()).toBe('');
    await field.fill('sonic');
    await chosen(page).waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: names[1] ?? '', exact: true }).waitFor();
  });

  test('two arrows in a moment are two steps', async () => {
    const { page } = visitor;
    const { field, names } = await lookForSonic();
    await Promise.all([field.press('ArrowDown'), field.press('ArrowDown')]);
    await expect.poll(() => chosen(page).innerText()).toContain(names[2]);
  });

  test('Enter opens what was typed, also before the answer is there', async () => {
    const { page, visit } = visitor;
    await visit('/');
    await fieldOf(page).pressSequentially('MaxMilyin');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'MaxMilyin' }).waitFor();
  });

  test('its keys lead to it, and Enter is remembered while the rest of it is on its way', async () => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address);
    const { hold, letGo } = held();
    await visit('/');
    await page.route(/\.js$/, hold);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('MaxMilyin');
    await page.keyboard.press('Enter');
    await letGo();
    await page.getByRole('heading', { level: 1, name: 'MaxMilyin' }).waitFor();
    await context.close();
  });

  test('a late answer is never shown over that of a later key stroke', async () => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address);
    const { hold, letGo } = held();
    await page.route(/API_LaurelSearch.*[?&]q=son(&|$)/, hold);
    await visit('/');
    const early = page.waitForRequest(/[?&]q=son(&|$)/);
    await fieldOf(page).fill('son');
    await early;
    await fieldOf(page).fill('mario');
    await chosen(page).waitFor();
    const names = await shown(page);
    expect(names[0]).toBe((await ask('mario')).games[0]?.title);
    await letGo();
    await page.waitForLoadState('networkidle');
    expect(await shown(page)).toEqual(names);
    await context.close();
  });

  test('says that nothing is called so', async () => {
    const { page, visit } = visitor;
    await visit('/');
    await fieldOf(page).fill('zzzz');
    await page.getByRole('status').getByText('Nothing is called “zzzz”.').waitFor();
    expect(await shown(page)).toEqual([]);
  });

  test('says that the server does not answer, and tries again', async () => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address);
    await visit('/');
    await page.route(/API_LaurelSearch/, (route) => route.fulfill({ status: 500, json: { message: 'No.' } }));
    const field = fieldOf(page);
    await field.fill('sonic');
    await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
    await page.unroute(/API_LaurelSearch/);
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Sonic/ }).waitFor();
    await context.close();
  });
});

describe('on any other page', () => {
  test('opens with its keys, and is gone with Escape: the focus is where it was', async () => {
    const { page, visit } = visitor;
    await visit('/games?system=1');
    const button = page.getByRole('button', { name: 'Search', exact: true });
    await button.focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('sonic');
    await chosen(page).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await button.and(page.locator(':focus')).count()).toBe(1);
  });

  test('what is found opens, and the dialog is gone', async () => {
    const { page, visit } = visitor;
    await visit('/games?system=1');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.keyboard.type('maxmil');
    await page.getByRole('option', { name: /MaxMilyin/ }).click();
    await page.getByRole('heading', { level: 1, name: 'MaxMilyin' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('nothing that is typed while the rest of it is on its way is lost', async () => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address);
    const { hold, letGo } = held();
    await visit('/game/1');
    await page.route(/\.js$/, hold);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('sonic');
    await letGo();
    await chosen(page).waitFor();
    await page.keyboard.type(' ch');
    await page.getByRole('option', { name: /Sonic Chaos/ }).waitFor();
    expect(await fieldOf(page).inputValue()).toBe('sonic ch');
    await context.close();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(['desktop', 'phone'] as const)('it is for everybody, on a %s', async (screen) => {
    const { page, context, visit } = await newVisitor(browser, demo.server.address, { theme, screen });
    for (const [path, name] of [
      ['/', 'search-home'],
      ['/sign-in', 'search'],
    ] as const) {
      await visit(path);
      if (path !== '/') await page.getByRole('button', { name: 'Search', exact: true }).click();
      for (const [typed, what] of [
        ['so', 'found'],
        ['zzzz', 'nothing'],
      ] as const) {
        await fieldOf(page).fill(typed);
        await (what === 'found' ? chosen(page) : page.getByText('Nothing is called').first()).waitFor();
        await page.waitForLoadState('networkidle');
        await takePicture(page, `${name}-${what}-${screen}-${theme}`);
        expect(await barriersOf(page)).toEqual([]);
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
      }
    }
    await context.close();
  });
});

test('nothing was asked for from elsewhere, and nothing went wrong', () => {
  expect(visitor.elsewhere).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});
