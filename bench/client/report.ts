import { atMost, type Goal } from '../goals/goal.ts';
import { decimal, table, whole } from '../report/table.ts';
import type { ClientResult } from './overhead.ts';

export function clientTable(results: readonly ClientResult[]): string {
  const heads = [
    'through the client',
    'bytes',
    'per second',
    'bare',
    'time to bare',
    'CPU µs',
    'bare',
    'CPU to bare',
  ];
  return table(
    heads,
    results.map(({ name, bytes, client, bare, ratio, processorRatio }) => [
      ...[name, whole(bytes), whole(client.perSecond), whole(bare.perSecond), decimal(ratio)],
      ...[
        decimal(client.processorMicroseconds, 0),
        decimal(bare.processorMicroseconds, 0),
        decimal(processorRatio),
      ],
    ]),
  );
}

/** What the client may cost on top of `fetch` and `JSON.parse`: 15 %. */
export function clientGoals(results: readonly ClientResult[]): Goal[] {
  return results.map(({ name, ratio }) => atMost(1.15, `the client, ${name}: time to bare fetch`, ratio));
}
