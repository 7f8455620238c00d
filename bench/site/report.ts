import { atMost, type Goal } from '../goals/goal.ts';
import { decimal, table } from '../report/table.ts';
import type { LongListResult } from './long-lists.ts';
import type { PageResult } from './pages.ts';

export function pageTable(pages: readonly PageResult[]): string {
  const heads = ['page, processor slowed 4 times', 'heading s', 'interactive s', 'whole s', 'layout shift'];
  return table(
    heads,
    pages.map(({ page, heading, interactive, whole, shift }) => [
      ...[page, decimal(heading), decimal(interactive), decimal(whole), decimal(shift, 3)],
    ]),
  );
}

/** Each page answers within a second, and nothing on it moves. */
export function pageGoals(pages: readonly PageResult[]): Goal[] {
  return pages.flatMap(({ page, interactive, shift }) => [
    atMost(1, `the page ${page}: interactive`, interactive, 's'),
    atMost(0.01, `the page ${page}: layout shift`, shift),
  ]);
}

export function longListTable(lists: readonly LongListResult[]): string {
  const heads = ['ten thousand', 'processor slowed', 'frame ms: median', 'p95', 'longest'];
  return table(
    heads,
    lists.map(({ what, slowed, median, p95, longest }) => [
      ...[what, `${slowed} times`, decimal(median, 0), decimal(p95, 0), decimal(longest, 0)],
    ]),
  );
}

/** No frame that one sees: on a slow processor, twenty in a second and no stop of a quarter of one. */
export function longListGoals(lists: readonly LongListResult[]): Goal[] {
  return lists.flatMap(({ what, slowed, median, longest }) => [
    atMost(
      slowed === 1 ? 20 : 50,
      `ten thousand ${what}, slowed ${slowed} times: median frame`,
      median,
      'ms',
    ),
    atMost(slowed === 1 ? 100 : 250, `ten thousand ${what}, slowed ${slowed} times: longest`, longest, 'ms'),
  ]);
}
