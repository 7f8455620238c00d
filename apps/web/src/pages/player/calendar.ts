import type { UserActivity } from '@laurel/client';

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
}

/**
 * The days up to today, or up to the last unlock where that is weeks ago; as many weeks as there is room for,
 * each from Monday to Sunday. Nothing where nothing was unlocked.
 *
 * @param active the newest days on which something was unlocked, as many as there is room for
 */
export function calendar(active: UserActivity, { now, weeks }: Asked): Day[] {
  if (active.length === 0) return [];
  const counts = new Map(active.map(({ date, numAchieved }) => [Date.parse(date), numAchieved]));
  const latest = Math.max(...counts.keys());
  // The clock here may be behind that of the server.
  const last = now - latest < RECENT ? Math.max(dayOf(now), latest) : latest;
  const first = mondayOf(last) - (weeks - 1) * WEEK;
  return Array.from({ length: (last - first) / DAY + 1 }, (_, nth) => {
    const at = first + nth * DAY;
    return {
      at,
      unlocks: counts.get(at) ?? 0,
      week: Math.floor(nth / 7),
      weekday: nth % 7,
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
