export const SECONDS_A_DAY = 86_400;

/**
 * The first second of the day in which a moment lies, both in seconds since 1970. A day is one of UTC, for every
 * player: nobody says where they play.
 */
export function startOfDay(at: number): number {
  return Math.floor(at / SECONDS_A_DAY) * SECONDS_A_DAY;
}
