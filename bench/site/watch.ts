/** What a page load was like, in milliseconds since the navigation began. */
export interface Watched {
  /** When there was a first heading: the page is React's from then on, and its controls answer. */
  readonly heading: number;
  /** When all that the page reads was there. */
  readonly whole: number;
  /** The tasks of more than 50 ms: when they ended, and how long they were. */
  readonly longTasks: readonly (readonly [end: number, length: number])[];
  /** How much of what was shown moved: cumulative layout shift. */
  readonly shift: number;
}

/** Runs in the page before anything of its own. As text: it is not of this program. */
export const WATCH = `
  const watched = (globalThis.watched = { longTasks: [], shift: 0 });
  new MutationObserver(() => {
    const now = performance.now();
    if (document.querySelector('h1') === null) return;
    watched.heading ??= now;
    if (document.querySelector('[aria-busy=true]')) delete watched.whole;
    else watched.whole ??= now;
  }).observe(document, { subtree: true, childList: true });
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => watched.longTasks.push([startTime + duration, duration]));
  observe('layout-shift', ({ value }) => (watched.shift += value));
`;

/** The longest task that nobody notices on the slowed processor. */
const NOTICED = 200;

/** When a page answers: it is there, and no task is left that would keep it from answering. */
export function interactiveAt({ heading, longTasks }: Watched): number {
  return Math.max(heading, ...longTasks.filter(([, length]) => length > NOTICED).map(([end]) => end));
}
