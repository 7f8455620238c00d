import { clientGoals } from '../client/report.ts';
import type { EndpointResults, Growth } from '../measure/endpoints.ts';
import { OFFERED } from '../measure/reads-while-writing.ts';
import { WAYS, type Way } from '../measure/rows.ts';
import type { Results } from '../results.ts';
import { longListGoals, pageGoals } from '../site/report.ts';
import { atLeast, atMost, type Goal } from './goal.ts';

/** Requests a second to those of the limit. PostgreSQL has no goal for what is unchanged. */
const RATIOS: Readonly<Record<Results['run']['engine'], Partial<Record<Way, number>>>> = {
  sqlite: { hot: 0.8, unchanged: 0.8, drawn: 0.4 },
  postgres: { hot: 0.25, drawn: 0.15 },
};
const GROWTH = 1.2;
const DEEP: Readonly<Record<string, number>> = { '90 %': 2, last: 1.5 };
const READS_WHILE_WRITING = { ratio: 0.6, p99: 5 };

/** What speed should be, and what it is in what was measured; of the goals that this engine has. */
export function goalsOf(results: Results): Goal[] {
  return [
    ...readGoals(results),
    ...(results.run.engine === 'sqlite' ? sqliteGoals(results) : []),
    ...clientGoals(results.client ?? []),
    ...pageGoals(results.pages ?? []),
    ...longListGoals(results.longLists ?? []),
  ];
}

function readGoals({ run, endpoints, deep = [] }: Results): Goal[] {
  return [
    ...(endpoints?.rows ?? []).flatMap(({ endpoint, way, ratio }) => {
      const goal = RATIOS[run.engine][way];
      return goal === undefined ? [] : [atLeast(goal, `${endpoint}, ${way}: to the limit`, ratio)];
    }),
    ...WAYS.flatMap((way) => [
      ...growthGoal(endpoints, way, 'p50', 'median'),
      ...growthGoal(endpoints, way, 'p99', 'p99'),
    ]),
    ...deep.flatMap(({ endpoint, unlocks, place, ratio }) => {
      const goal = DEEP[place];
      if (goal === undefined) return [];
      return [atMost(goal, `${endpoint}, ${place} of ${unlocks.toLocaleString('en')}: to offset 0`, ratio)];
    }),
  ];
}

/** Of the four endpoints, the one that grows most. */
function growthGoal(
  endpoints: EndpointResults | undefined,
  way: Way,
  which: keyof Growth,
  name: string,
): Goal[] {
  const grown = (endpoints?.rows ?? []).flatMap((row) =>
    row.way === way && row.growth ? [{ endpoint: row.endpoint, growth: row.growth[which] }] : [],
  );
  const worst = grown.sort((a, b) => b.growth - a.growth)[0];
  return worst === undefined
    ? []
    : [atMost(GROWTH, `${name}, ${way}, larger world to smaller: worst is ${worst.endpoint}`, worst.growth)];
}

function sqliteGoals({ endpoints, recording, mixed = [], disk, start }: Results): Goal[] {
  return [
    ...(recording
      ? [
          atLeast(4_000, 'unlocks recorded', recording.laurel.perSecond, 'unlocks/s'),
          // What the machine reaches of the same: an unlock is many rows, and one row of one table is none.
          atLeast(0.5, 'to bare SQLite, the rows of 16 unlocks', recording.sameRows.ratio),
        ]
      : []),
    ...mixed.flatMap(({ endpoint, way, ratio, p99Ratio, recorded }) => [
      atLeast(
        READS_WHILE_WRITING.ratio,
        `${endpoint}, ${way}, while ${Math.round(recorded)} of ${OFFERED} unlocks/s: to alone`,
        ratio,
      ),
      atMost(READS_WHILE_WRITING.p99, `${endpoint}, ${way}, while recording: p99 to alone`, p99Ratio),
    ]),
    ...(disk ? [atMost(70, 'on disk for an unlock', disk.bytesPerUnlock, 'bytes')] : []),
    ...(endpoints ? [atMost(250, 'memory of the server', endpoints.memory.resident / 1e6, 'MB')] : []),
    ...(start ? [atMost(0.5, 'from start to first answer', start.seconds, 's')] : []),
  ];
}
