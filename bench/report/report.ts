import { clientTable } from '../client/report.ts';
import { goalsOf } from '../goals/goals.ts';
import type { Results } from '../results.ts';
import { longListTable, pageTable } from '../site/report.ts';
import { goalTable } from './goals.ts';
import { deepTable, endpointTable, mixedTable, popularTable } from './reads.ts';
import { size } from './table.ts';
import { diskTable, importTable, recordingTable, startLine } from './writes.ts';

/** The results as tables in Markdown: for the terminal, and for bench/README.md. */
export function report(results: Results): string {
  const {
    machine,
    run,
    slow,
    endpoints,
    deep,
    recording,
    mixed,
    popular,
    disk,
    start,
    imports,
    client,
    pages,
    longLists,
  } = results;
  const [small, large] = run.sizes;
  const goals = goalsOf(results);
  const apart = machine.hasLoadProcessor ? ' (from one of the cores)' : '';
  return [
    `${run.engine}, ${size(small)} and ${size(large)} unlocks; ${machine.cores} cores, Node ${machine.node}, ` +
      `${machine.platform}; load by ${machine.loadGenerator}${apart}, ${run.connections} connections, ` +
      `${run.rounds} rounds of ${run.seconds} s in turns. The machine was held up for ${percent(slow.before)} of the time ` +
      `before, and ${percent(slow.after)} after.`,
    ...(endpoints ? [endpointTable(endpoints)] : []),
    ...(deep ? [deepTable(deep)] : []),
    ...(recording ? [recordingTable(recording)] : []),
    ...(mixed ? [mixedTable(mixed)] : []),
    ...(popular ? [popularTable(popular)] : []),
    ...(disk ? [diskTable(disk)] : []),
    ...(start ? [startLine(start)] : []),
    ...(imports ? [importTable(imports)] : []),
    ...(client ? [clientTable(client)] : []),
    ...(pages ? [pageTable(pages)] : []),
    ...(longLists ? [longListTable(longLists)] : []),
    ...(goals.length > 0 ? [goalTable(goals)] : []),
  ].join('\n\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
