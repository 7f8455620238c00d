import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../measure/median.ts';
import type { Options } from '../options.ts';
import type { PreparedWorld } from '../prepare.ts';
import { serveLaurel } from '../servers/laurel.ts';
import { usernameOf } from '../world/names.ts';
import { heaviestPlayer, type World } from '../world/world.ts';
import { type Browser, startBrowser } from './browser.ts';
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
export async function measurePages(
  { world, location }: PreparedWorld,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<PageResult[]> {
  const server = await serveLaurel(location);
  await using browser = await startBrowser();
  try {
    const paths = Object.entries(pathsOf(world));
    const loads = new Map(paths.map(([page]) => [page, [] as Watched[]]));
    for (let round = 0; round < rounds; round += 1) {
      console.error(`pages, round ${round + 1} of ${rounds} …`);
      for (const [page, path] of paths) loads.get(page)?.push(await load(browser, server.address + path));
    }
    return [...loads].map(([page, all]) => resultOf(page, all));
  } finally {
    await server.stop();
  }
}

/** The largest game, and the player with the most games. */
function pathsOf(world: World): Readonly<Record<string, string>> {
  const username = usernameOf(heaviestPlayer(world));
  return {
    home: '/',
    games: '/games',
    game: '/game/1',
    achievement: '/achievement/1',
    player: `/user/${username}`,
    progress: `/user/${username}/progress`,
    'sign in': '/sign-in',
  };
}

function load(browser: Browser, address: string): Promise<Watched> {
  return browser.inNewPage(async (send) => {
    await send('Page.enable');
    await send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
    await delay(SETTLING);
    await send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await send('Page.navigate', { url: address });
    const until = performance.now() + LONGEST;
    for (;;) {
      await delay(SETTLING);
      const asked = { expression: 'watched', returnByValue: true };
      const { result } = (await send('Runtime.evaluate', asked)) as { result: { value: Watched } };
      if (result.value.whole !== undefined) return result.value;
      if (performance.now() > until) throw new Error(`${address} is not there after ${LONGEST / 1000} s`);
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
