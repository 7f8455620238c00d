import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../measure/median.ts';
import { runLaurel, serveLaurel } from '../servers/laurel.ts';
import type { Worlds } from '../worlds.ts';
import { type Send, startBrowser } from './browser.ts';

const ROWS = 10_000;
const SLOWED = [1, 4] as const;
/** Milliseconds. */
const SETTLING = 3000;
const SCROLLING = 4000;
const TYPING = 150;
/** How far the wheel goes each 16 ms: some seven windows a second. */
const PIXELS = 100;
/** More and more of a title that only a few games have. */
const TYPED = 'Game 0123';

/** The frames of a page while somebody works with a long list, in milliseconds. */
export interface LongListResult {
  readonly what: string;
  /** How much slower the processor is than the machine's. */
  readonly slowed: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

/** Somebody's completion progress, and a system, of very many games of one achievement each. */
function* world(): Generator<object> {
  yield { type: 'system', id: 1, name: 'Big System' };
  yield { type: 'user', username: 'Collector', joinedAt: '2000-01-01T00:00:00Z' };
  for (let id = 1; id <= ROWS; id += 1) {
    yield { type: 'game', id, systemId: 1, title: `Game ${`${id}`.padStart(5, '0')}` };
    const kind = 'win_condition';
    yield { type: 'achievement', id, gameId: id, title: `Finish ${id}`, description: '', points: 5, kind };
  }
  for (let id = 1; id <= ROWS; id += 1) {
    const at = `${new Date(946_684_800_000 + id * 43_200_000).toISOString().slice(0, 19)}Z`;
    yield { type: 'unlock', user: 'Collector', achievementId: id, at, hardcore: id % 3 > 0 };
  }
}

/** Works with each list of ten thousand in a browser of its own, on a processor as it is and on a slow one. */
export function measureLongLists(worlds: Worlds): Promise<LongListResult[]> {
  return worlds.withScratch(async (folder) => {
    const location = { data: join(folder, 'long-lists') };
    const input = [...world()].map((record) => `${JSON.stringify(record)}\n`).join('');
    await runLaurel(location, ['import', '-'], input);
    const server = await serveLaurel(location);
    await using browser = await startBrowser();
    const results: LongListResult[] = [];
    try {
      for (const slowed of SLOWED) {
        for (const [what, path, work] of [
          ['games, scrolled', '/games?system=1', scroll],
          ['games, searched', '/games?system=1', search],
          ['progress, searched', '/user/Collector/progress', search],
        ] as const) {
          console.error(`long lists: ${what}, processor slowed ${slowed} times …`);
          const frames = await browser.inNewPage(async (send) => {
            await send('Page.navigate', { url: server.address + path });
            await delay(SETTLING);
            await send('Emulation.setCPUThrottlingRate', { rate: slowed });
            return framesDuring(send, work);
          });
          const p95 = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
          results.push({ what, slowed, median: median(frames), p95, longest: Math.max(...frames) });
        }
      }
      return results;
    } finally {
      await server.stop();
    }
  });
}

/** Runs in the page, to note how long each frame takes. As text: it is not of this program. */
const NOTE_FRAMES = `
  globalThis.frames_ = [];
  let last;
  requestAnimationFrame(function note(now) {
    if (last !== undefined) frames_.push(now - last);
    last = now;
    requestAnimationFrame(note);
  });
`;

async function framesDuring(send: Send, work: (send: Send) => Promise<void>): Promise<number[]> {
  await send('Runtime.evaluate', { expression: NOTE_FRAMES });
  await work(send);
  const asked = { expression: 'frames_', returnByValue: true };
  const { result } = (await send('Runtime.evaluate', asked)) as { result: { value: number[] } };
  return result.value;
}

async function scroll(send: Send): Promise<void> {
  const end = performance.now() + SCROLLING;
  while (performance.now() < end) {
    // Not waited for: a wheel does not wait either.
    void send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 600, y: 500, deltaX: 0, deltaY: PIXELS });
    await delay(16);
  }
}

async function search(send: Send): Promise<void> {
  await send('Runtime.evaluate', { expression: `document.querySelector('main input[type=search]').focus()` });
  for (const text of TYPED) {
    await send('Input.dispatchKeyEvent', { type: 'char', text });
    await delay(TYPING);
  }
}
