const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The most bars in which one can tell one from the next on a phone. */
const MOST = 60;

/** Unlocks from a time on, until the next bin begins. */
export interface Bin {
  /** In milliseconds since 1970. */
  readonly from: number;
  /** The first moment after it. */
  readonly until: number;
  readonly unlocks: number;
}

interface Step {
  /** When the bin began in which a time lies. */
  readonly startOf: (time: number) => number;
  /** When the next one begins. */
  readonly after: (start: number) => number;
}

/** The finest first; all in UTC. Each is small enough that few bars of it are many of the one before. */
const STEPS = {
  hour: regular(HOUR),
  'quarter of a day': regular(6 * HOUR),
  day: regular(DAY),
  // 1970 began on a Thursday: a Monday was four days later.
  week: regular(7 * DAY, 4 * DAY),
  month: calendrical(1),
  'quarter of a year': calendrical(3),
  year: calendrical(12),
} as const satisfies Record<string, Step>;

export type BinSize = keyof typeof STEPS;

/**
 * Times (milliseconds since 1970) in bins of one size, from the first that has one to the last, empty ones
 * between them included. The size is the finest of which there are at most 60.
 */
export function binned(times: readonly number[]): { readonly size: BinSize; readonly bins: readonly Bin[] } {
  const sorted = times.toSorted((a, b) => a - b);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return { size: 'day', bins: [] };
  const sizes = Object.keys(STEPS) as BinSize[];
  const size =
    sizes.find((finest) => startsOf(STEPS[finest], first, last, MOST + 1).length <= MOST) ?? 'year';
  return { size, bins: counted(startsOf(STEPS[size], first, last), STEPS[size], sorted) };
}

/** When each bin begins, at most so many. */
function startsOf({ startOf, after }: Step, first: number, last: number, most = Infinity): number[] {
  const starts: number[] = [];
  for (let start = startOf(first); start <= last && starts.length < most; start = after(start))
    starts.push(start);
  return starts;
}

function counted(starts: readonly number[], { after }: Step, sorted: readonly number[]): Bin[] {
  let next = 0;
  return starts.map((from) => {
    const until = after(from);
    const before = next;
    while ((sorted[next] ?? Number.POSITIVE_INFINITY) < until) next += 1;
    return { from, until, unlocks: next - before };
  });
}

function regular(length: number, phase = 0): Step {
  return {
    startOf: (time) => Math.floor((time - phase) / length) * length + phase,
    after: (start) => start + length,
  };
}

function calendrical(months: number): Step {
  const startOf = (time: number, later = 0) => {
    const date = new Date(time);
    return Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / months) + later) * months);
  };
  return { startOf: (time) => startOf(time), after: (start) => startOf(start, 1) };
}
