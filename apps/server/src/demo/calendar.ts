/** Seconds since 1970 of a time written as `2012-11-02T00:03:12Z`. */
export function seconds(time: string): number {
  return Date.parse(time) / 1000;
}

export const DAY = 24 * 60 * 60;

/** When the first set of the demo world was made. */
export const OPENING = seconds('2012-11-02T00:03:12Z');

/** Where the life of the demo world ends, but for the documented moments after it. */
export const CLOSING = seconds('2023-10-27T00:00:00Z');

/** The documented newest unlock of achievement 9. */
export const NEWEST_UNLOCK_OF_9 = seconds('2023-10-27T00:19:05Z');

/** The documented award for game 20246: the last thing that happens in the demo world. */
export const AWARD_OF_20246 = seconds('2023-10-27T02:52:34Z');
