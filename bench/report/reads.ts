import type { DeepResult } from '../measure/deep-offsets.ts';
import type { EndpointResults } from '../measure/endpoints.ts';
import type { PopularResult } from '../measure/popular.ts';
import type { MixedResult } from '../measure/reads-while-writing.ts';
import { decimal, megabytes, size, table, whole } from './table.ts';

export function endpointTable({ rows, memory }: EndpointResults): string {
  const heads = [
    ...['endpoint', 'asked', 'bytes', 'Laurel/s', 'plain/s', 'ratio', 'by CPU', 'p50 ms', 'p99 ms'],
    ...['grown: p50', 'p99', 'CPU'],
  ];
  const lines = rows.map(({ endpoint, way, bytes, laurel, plain, ratio, processorRatio, growth }) => [
    ...[endpoint, way, whole(bytes), whole(laurel.perSecond), whole(plain.perSecond)],
    ...[decimal(ratio), decimal(processorRatio), decimal(laurel.p50), decimal(laurel.p99)],
    ...[decimal(growth?.p50), decimal(growth?.p99), decimal(growth?.processor)],
  ]);
  const { resident, anonymous } = memory;
  return `${table(heads, lines)}

Memory of the server of the larger world afterwards: ${megabytes(resident)}, of which ${megabytes(anonymous)} its own.`;
}

export function deepTable(results: readonly DeepResult[]): string {
  const heads = ['list', 'unlocks', 'place', 'offset', 'first p50 ms', 'here p50 ms', 'ratio', 'by CPU'];
  const lines = results.map(({ endpoint, unlocks, place, offset, first, here, ratio, processorRatio }) => [
    ...[endpoint, size(unlocks), place, whole(offset)],
    ...[decimal(first, 3), decimal(here, 3), decimal(ratio), decimal(processorRatio)],
  ]);
  return table(heads, lines);
}

export function mixedTable(results: readonly MixedResult[]): string {
  const heads = [
    ...['while unlocks are recorded', 'asked', 'alone/s', 'then/s', 'ratio', "limit's", 'p50'],
    ...['p99 alone ms', 'then ms', 'p99', 'unlocks/s', "limit's", 'their p99 ms'],
    ...['CPU: server', 'reader', 'writer'],
  ];
  const lines = results.map((one) => [
    ...[one.endpoint, one.way, whole(one.alone.perSecond), whole(one.writing.perSecond)],
    ...[decimal(one.ratio), decimal(one.limit?.ratio), decimal(one.p50Ratio)],
    ...[decimal(one.alone.p99), decimal(one.writing.p99), decimal(one.p99Ratio)],
    ...[whole(one.recorded), whole(one.limit?.recorded), decimal(one.recordedP99)],
    ...[one.processors.server, one.processors.reader, one.processors.writer].map((part) => decimal(part)),
  ]);
  return table(heads, lines);
}

export function popularTable(results: readonly PopularResult[]): string {
  const heads = ['popular ones', 'alone/s', 'then/s', 'ratio', 'p99 alone ms', 'then ms', 'unlocks/s'];
  const lines = results.map(({ endpoint, alone, writing, ratio, recorded }) => [
    ...[endpoint, whole(alone.perSecond), whole(writing.perSecond), decimal(ratio)],
    ...[decimal(alone.p99), decimal(writing.p99), whole(recorded)],
  ]);
  return table(heads, lines);
}
