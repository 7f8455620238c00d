import { awardedAt, type LedgerEntry } from '@laurel/domain';
import { type RawBuilder, sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { UnlockTable } from '../schema.ts';

/** The columns of a row of the ledger that hold its entry. */
export type EntryColumns = Pick<UnlockTable, 'softcore_at' | 'awarded_at' | 'hardcore'>;

export function entryColumns(entry: LedgerEntry): EntryColumns {
  const awarded_at = awardedAt(entry);
  return {
    softcore_at: entry.softcoreAt === awarded_at ? null : entry.softcoreAt,
    awarded_at,
    hardcore: entry.hardcoreAt === null ? 0 : 1,
  };
}

export function entryOf(row: EntryColumns): LedgerEntry {
  return {
    softcoreAt: row.softcore_at ?? row.awarded_at,
    hardcoreAt: row.hardcore === 1 ? row.awarded_at : null,
  };
}

/** The entry of a row that an outer join may not have found. */
export function entryIfAny({
  softcore_at,
  awarded_at,
  hardcore,
}: { [Column in keyof EntryColumns]: EntryColumns[Column] | null }): LedgerEntry | undefined {
  if (awarded_at === null || hardcore === null) return undefined;
  return entryOf({ softcore_at, awarded_at, hardcore });
}

const COLUMNS = [
  'player_id',
  'achievement_id',
  'softcore_at',
  'awarded_at',
  'hardcore',
  'tracked',
] as const satisfies (keyof UnlockTable)[];

/** The S of a row, as `entryOf` reads it. */
const softcoreAt = (row: 'unlock' | 'excluded') =>
  sql`coalesce(${sql.ref(`${row}.softcore_at`)}, ${sql.ref(`${row}.awarded_at`)})`;

const earlier = (a: RawBuilder<unknown>, b: RawBuilder<unknown>) =>
  sql`case when ${a} < ${b} then ${a} else ${b} end`;

const MERGED_AWARDED_AT = sql<number>`case
  when excluded.hardcore > unlock.hardcore then excluded.awarded_at
  when excluded.hardcore < unlock.hardcore then unlock.awarded_at
  else ${earlier(sql.ref('excluded.awarded_at'), sql.ref('unlock.awarded_at'))} end`;

/**
 * Merges entries into the ledger by the rule of `mergeEntries`: the earliest S, the earliest H.
 * No two of the rows may be of the same player and achievement.
 */
export const mergeUnlocks = bulkInsert('unlock', COLUMNS, (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['player_id', 'achievement_id']).doUpdateSet({
      softcore_at: sql`nullif(${earlier(softcoreAt('excluded'), softcoreAt('unlock'))}, ${MERGED_AWARDED_AT})`,
      awarded_at: MERGED_AWARDED_AT,
      hardcore: sql`case when excluded.hardcore > unlock.hardcore
        then excluded.hardcore else unlock.hardcore end`,
    }),
  ),
);
