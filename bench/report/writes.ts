import type { DiskResult } from '../measure/disk.ts';
import type { ImportResults } from '../measure/import.ts';
import { type BareResult, CONNECTIONS, type RecordingResult } from '../measure/recording.ts';
import type { StartResult } from '../measure/start.ts';
import { decimal, megabytes, size, table, whole } from './table.ts';

export function recordingTable({ laurel, single, batched, sameRows }: RecordingResult): string {
  const heads = ['recorded durably', 'per second', 'CPU µs', 'Laurel to it', 'by CPU', 'p50 ms', 'p99 ms'];
  const bare = (what: string, one: BareResult) => [
    ...[`bare SQLite, ${what}`, whole(one.perSecond), decimal(one.processorMicroseconds, 1)],
    ...[decimal(one.ratio), decimal(one.processorRatio), '', ''],
  ];
  return table(heads, [
    [
      ...[`Laurel, Connect API, ${CONNECTIONS} connections`, whole(laurel.perSecond)],
      ...[decimal(laurel.processorMicroseconds, 1), '', '', decimal(laurel.p50), decimal(laurel.p99)],
    ],
    bare('1 row a transaction', single),
    bare(`${CONNECTIONS} rows a transaction`, batched),
    bare(`the rows of ${CONNECTIONS} unlocks a transaction`, sameRows),
  ]);
}

export function diskTable({ unlocks, bytes, bytesPerUnlock, parts }: DiskResult): string {
  const lines = [
    ['all', decimal(bytes / 1e6, 1), decimal(bytesPerUnlock)],
    ...parts
      .filter((part) => part.bytes / unlocks >= 0.05)
      .map((part) => [part.name, decimal(part.bytes / 1e6, 1), decimal(part.bytes / unlocks)]),
  ];
  return table([`on the disk, ${size(unlocks)} unlocks`, 'MB', 'bytes/unlock'], lines);
}

export function startLine({ seconds, starts }: StartResult): string {
  const each = starts.map((one) => decimal(one)).join(', ');
  return `From the start of \`laurel serve\` to the first answer, at the larger size: ${decimal(seconds)} s (${each}).`;
}

export function importTable({ imports, verify, export: exported, roundTrip }: ImportResults): string {
  const largest = Math.max(...imports.map(({ unlocks }) => unlocks));
  const lines = [
    ...imports.map((one) => [
      ...[`import, ${one.order}`, size(one.unlocks), decimal(one.seconds, 1), whole(one.unlocksPerSecond)],
      ...[megabytes(one.peakMemory), decimal(one.bytesPerUnlock, 0)],
    ]),
    ...Object.entries({ verify, export: exported }).map(([name, { seconds, peakMemory }]) => [
      ...[name, size(largest), decimal(seconds, 1), whole(largest / seconds), megabytes(peakMemory), ''],
    ]),
  ];
  const heads = ['command', 'unlocks', 'seconds', 'unlocks/s', 'peak memory', 'bytes/unlock'];
  const same = roundTrip ? 'the same lines' : 'OTHER LINES';
  return `${table(heads, lines)}\n\nExport, import and export again: ${same}.`;
}
