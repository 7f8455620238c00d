const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Who has not unlocked anything for so long is shown as of then, and not as of today. */
const RECENT = 4 * WEEK;

/** A day of the calendar (UTC). */
export interface Day {
  /** Its first moment, in milliseconds since 1970. */
  readonly at: number;
  readonly unlocks: number;
  /** From 0 at the left. */
  readonly week: number;
  /** From 0 for Monday. */
  readonly weekday: number;
}

interface Asked {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** How many weeks there is room for. */
  readonly weeks: number;
  /** There are earlier ones that are not known: the day of the earliest that is may lack some. */
  readonly isCut: boolean;
}

/**
 * The days up to today, or up to the last unlock where that is weeks ago; as many weeks as there is room for,
 * or as are known, each from Monday to Sunday. Nothing where nothing was unlocked.
 *
 * @param times of all unlocks that are known, in milliseconds since 1970
 */
export function calendar(times: readonly number[], { now, weeks, isCut }: Asked): Day[] {
  if (times.length === 0) return [];
  const counts = new Map<number, number>();
  for (const time of times) counts.set(dayOf(time), (counts.get(dayOf(time)) ?? 0) + 1);
  const latest = Math.max(...counts.keys());
  const earliest = Math.min(...counts.keys());
  const last = now - latest < RECENT ? dayOf(now) : latest;
  const room = mondayOf(last) - (weeks - 1) * WEEK;
  const first = isCut && earliest < latest ? Math.max(room, earliest + DAY) : room;
  const left = mondayOf(first);
  return Array.from({ length: (last - first) / DAY + 1 }, (_, nth) => {
    const at = first + nth * DAY;
    return {
      at,
      unlocks: counts.get(at) ?? 0,
      week: Math.floor((at - left) / WEEK),
      weekday: ((at - left) % WEEK) / DAY,
    };
  });
}

/** Where the names of months stand above the weeks: where one begins, and far enough from the one before. */
export function monthsOf(days: readonly Day[]): { readonly at: number; readonly week: number }[] {
  const begins = days.filter(({ at }, nth) => nth === 0 || new Date(at).getUTCDate() === 1);
  return begins.filter(({ week }, nth) => {
    const next = begins[nth + 1];
    return next === undefined || next.week - week >= 3;
  });
}

/** How dark a day is, from 0 for none to 4, next to the busiest one. */
export function levelOf(unlocks: number, most: number): number {
  return unlocks === 0 ? 0 : Math.max(1, Math.ceil((4 * unlocks) / most));
}

function dayOf(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

/** 1970 began on a Thursday. */
function mondayOf(day: number): number {
  return day - ((day / DAY + 3) % 7) * DAY;
}
