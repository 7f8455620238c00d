import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../measure/median.ts';
import type { Options } from '../options.ts';
import type { PreparedWorld } from '../prepare.ts';
import type { Worlds } from '../worlds.ts';
import { type Browser, startBrowser } from './browser.ts';
import { prepareVisits, type Visit } from './visits.ts';
import { interactiveAt, WATCH, type Watched } from './watch.ts';

/** How much slower the processor is than the machine's. */
const SLOWED = 4;
/** Milliseconds: until a new window of the browser has settled, and the longest that a page may take. */
const SETTLING = 1500;
const LONGEST = 10_000;

/** Of a page, as the median of the rounds; seconds. */
export interface PageResult {
  readonly page: string;
  readonly heading: number;
  readonly interactive: number;
  readonly whole: number;
  /** Cumulative layout shift: the worst. */
  readonly shift: number;
}

/** Loads each page in a browser that has nothing of it yet, on a slowed processor, in turns. */
export function measurePages(
  worlds: Worlds,
  prepared: PreparedWorld,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<PageResult[]> {
  return worlds.withScratch(async (folder) => {
    await using visits = await prepareVisits(prepared, folder);
    await using browser = await startBrowser();
    const loads = visits.all.map((visit) => ({ visit, watched: [] as Watched[] }));
    for (let round = 0; round < rounds; round += 1) {
      console.error(`pages, round ${round + 1} of ${rounds} …`);
      for (const { visit, watched } of loads) watched.push(await load(browser, visit));
    }
    return loads.map(({ visit: { page }, watched }) => resultOf(page, watched));
  });
}

function load(browser: Browser, { url, cookie }: Visit): Promise<Watched> {
  return browser.inNewPage(async (send) => {
    await send('Page.enable');
    await send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
    if (cookie !== undefined) await send('Network.setCookie', { ...cookie, url });
    await delay(SETTLING);
    await send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await send('Page.navigate', { url });
    const until = performance.now() + LONGEST;
    for (;;) {
      await delay(SETTLING);
      const asked = { expression: 'watched', returnByValue: true };
      const { result } = (await send('Runtime.evaluate', asked)) as { result: { value: Watched } };
      if (result.value.whole !== undefined) return result.value;
      if (performance.now() > until) throw new Error(`${url} is not there after ${LONGEST / 1000} s`);
    }
  });
}

function resultOf(page: string, loads: readonly Watched[]): PageResult {
  const seconds = (of: (load: Watched) => number) => median(loads.map(of)) / 1000;
  return {
    page,
    heading: seconds(({ heading }) => heading),
    interactive: seconds(interactiveAt),
    whole: seconds(({ whole }) => whole),
    shift: Math.max(...loads.map(({ shift }) => shift)),
  };
}
