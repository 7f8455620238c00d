import { atMost, type Goal } from '../goals/goal.ts';
import { decimal, table } from '../report/table.ts';
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
