/** How far ahead of the server's clock an unlock may be, in seconds (RULES.md, "The ledger"). */
export const CLOCK_TOLERANCE = 60;

/** How old an unlock may be that an emulator hands in after playing offline, in seconds: 14 days. */
export const OFFLINE_LIMIT = 14 * 24 * 60 * 60;

/**
 * Whether an unlock at `at` may be recorded at `now` (both seconds since 1970): not if it lies more than
 * a minute ahead of the server's clock.
 */
export function isTimeAcceptable(at: number, now: number): boolean {
  return at <= now + CLOCK_TOLERANCE;
}

/**
 * When an unlock happened that an emulator reports `offset` seconds later. An offset beyond the offline
 * limit, or a negative one, is not believed: the unlock counts from `now`.
 */
export function offlineUnlockTime(now: number, offset: number): number {
  return offset > 0 && offset <= OFFLINE_LIMIT ? now - offset : now;
}
