/** What the ledger holds for one player and one achievement, in seconds since 1970 (RULES.md, "The ledger"). */
export interface LedgerEntry {
  /** S: the earliest time at which it was unlocked in any mode. */
  readonly softcoreAt: number;
  /** H: the earliest time at which it was unlocked in hardcore, or null. */
  readonly hardcoreAt: number | null;
}

/** One unlock as it happened: when, and in which mode. */
export interface UnlockEvent {
  readonly at: number;
  readonly hardcore: boolean;
}

/**
 * The entry after an unlock. Idempotent, and the order of unlocks does not matter (RULES.md, "The ledger").
 *
 * @example recordInLedger(undefined, { at: 100, hardcore: true }) // { softcoreAt: 100, hardcoreAt: 100 }
 */
export function recordInLedger(entry: LedgerEntry | undefined, unlock: UnlockEvent): LedgerEntry {
  return mergeEntries(entry, { softcoreAt: unlock.at, hardcoreAt: unlock.hardcore ? unlock.at : null });
}

/** The entry that holds everything that either of the two holds. */
export function mergeEntries(a: LedgerEntry | undefined, b: LedgerEntry): LedgerEntry {
  if (a === undefined) return b;
  return {
    softcoreAt: Math.min(a.softcoreAt, b.softcoreAt),
    hardcoreAt: earliest(a.hardcoreAt, b.hardcoreAt),
  };
}

/** The time that an unlock list shows, `DateAwarded`: H where there is one, else S. */
export function awardedAt(entry: LedgerEntry): number {
  return entry.hardcoreAt ?? entry.softcoreAt;
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  if (b === null) return a;
  return Math.min(a, b);
}
