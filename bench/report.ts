import type { EndpointResults } from './measure/endpoints.ts';
import type { ImportResults } from './measure/import.ts';
import type { RecordingResult } from './measure/recording.ts';
import type { Results } from './results.ts';

/** The results as tables in Markdown: for the terminal, and for bench/README.md. */
export function report(results: Results): string {
  const { machine, run, endpoints, imports, recording } = results;
  return [
    `${run.engine}, ${machine.cores} cores, Node ${machine.node}, ${machine.platform}; load by ` +
      `${machine.loadGenerator}, ${run.connections} connections, ${run.rounds} rounds of ${run.seconds} s in turns.`,
    ...(endpoints ? [endpointTable(endpoints)] : []),
    ...(imports ? [importTable(imports)] : []),
    ...(recording ? [recordingTable(recording)] : []),
  ].join('\n\n');
}

function endpointTable({ rows, memory }: EndpointResults): string {
  const lines = rows.flatMap(({ endpoint, way, worlds, growth, processorGrowth }) =>
    worlds.map((world, index) => [
      index === 0 ? endpoint : '',
      index === 0 ? way : '',
      size(world.unlocks),
      whole(world.bytes),
      whole(world.laurel.perSecond),
      whole(world.plain.perSecond),
      world.ratio.toFixed(2),
      world.processorRatio.toFixed(2),
      world.laurel.p50.toFixed(1),
      world.laurel.p99.toFixed(1),
      ...(index === worlds.length - 1 ? [growth.toFixed(2), processorGrowth.toFixed(2)] : ['', '']),
    ]),
  );
  const heads = [
    'endpoint',
    'asked',
    'unlocks',
    'bytes',
    'Laurel/s',
    'plain/s',
    'ratio',
    'by CPU',
    'p50 ms',
    'p99 ms',
    'large : small',
    'by CPU',
  ];
  return `${table(heads, lines)}\n\nMemory of the server of the larger world afterwards: ${mebibytes(memory)}.`;
}

function importTable({ imports, verify, export: exported, roundTrip }: ImportResults): string {
  const lines = [
    ...imports.map((one) => [
      `import, ${one.order}`,
      size(one.unlocks),
      one.seconds.toFixed(1),
      whole(one.unlocksPerSecond),
      mebibytes(one.peakMemory),
      Number.isNaN(one.bytesPerUnlock) ? '' : one.bytesPerUnlock.toFixed(0),
    ]),
    ...Object.entries({ verify, export: exported }).map(([name, { seconds, peakMemory }]) => {
      const unlocks = Math.max(...imports.map((one) => one.unlocks));
      return [name, size(unlocks), seconds.toFixed(1), whole(unlocks / seconds), mebibytes(peakMemory), ''];
    }),
  ];
  const heads = ['command', 'unlocks', 'seconds', 'unlocks/s', 'peak memory', 'bytes/unlock'];
  const same = roundTrip ? 'the same lines' : 'OTHER LINES';
  return `${table(heads, lines)}\n\nExport, import and export again: ${same}.`;
}

function recordingTable({
  laurel,
  bareSingle,
  bareBatched,
  ratioToSingle,
  ratioToBatched,
}: RecordingResult): string {
  const heads = ['recorded durably', 'unlocks/s', 'Laurel to it', 'p50 ms', 'p99 ms'];
  return table(heads, [
    [
      'Laurel, Connect API, 16 connections',
      whole(laurel.perSecond),
      '',
      laurel.p50.toFixed(1),
      laurel.p99.toFixed(1),
    ],
    ['bare SQLite, 1 row a transaction', whole(bareSingle), ratioToSingle.toFixed(2), '', ''],
    ['bare SQLite, 16 rows a transaction', whole(bareBatched), ratioToBatched.toFixed(2), '', ''],
  ]);
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const all = [heads, ...lines];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0), 3));
  const isText = heads.map((_, column) => lines.every((line) => !/^[\d.,]/.test(line[column] ?? '')));
  const drawn = all.map((line) => {
    const cells = line.map((cell, column) => {
      const width = widths[column] ?? 0;
      return isText[column] ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${cells.join(' | ')} |`;
  });
  const rule = `| ${widths.map((width, column) => (isText[column] ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}

function size(unlocks: number): string {
  return unlocks >= 1e6 ? `${unlocks / 1e6} M` : `${unlocks / 1e3} k`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function mebibytes(bytes: number): string {
  return Number.isNaN(bytes) ? 'unknown' : `${Math.round(bytes / 2 ** 20)} MiB`;
}
