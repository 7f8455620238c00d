import { awardedAt, type LedgerEntry } from '@laurel/domain';
import { sql } from 'kysely';
import { bulkInsert } from '../bulk.ts';
import type { UnlockTable } from '../schema.ts';
import { statement } from '../statement.ts';

/** The columns of a row of the ledger that hold its entry. */
export type EntryColumns = Pick<UnlockTable, 'softcore_at' | 'awarded_at' | 'hardcore'>;

export function entryColumns(entry: LedgerEntry): EntryColumns {
  return {
    softcore_at: entry.softcoreAt,
    awarded_at: awardedAt(entry),
    hardcore: entry.hardcoreAt === null ? 0 : 1,
  };
}

export function entryOf(row: EntryColumns): LedgerEntry {
  return { softcoreAt: row.softcore_at, hardcoreAt: row.hardcore === 1 ? row.awarded_at : null };
}

/**
 * Merges entries into the ledger by the rule of `mergeEntries`: the earliest S, the earliest H.
 * No two of the rows may be of the same player and achievement.
 */
export const mergeUnlocks = bulkInsert(
  'unlock',
  ['player_id', 'game_id', 'achievement_id', 'softcore_at', 'awarded_at', 'hardcore', 'tracked'],
  (insert) =>
    insert.onConflict((conflict) =>
      conflict.columns(['player_id', 'game_id', 'achievement_id']).doUpdateSet({
        softcore_at: sql`case when excluded.softcore_at < unlock.softcore_at
          then excluded.softcore_at else unlock.softcore_at end`,
        awarded_at: sql`case
          when excluded.hardcore > unlock.hardcore then excluded.awarded_at
          when excluded.hardcore = unlock.hardcore and excluded.awarded_at < unlock.awarded_at
          then excluded.awarded_at else unlock.awarded_at end`,
        hardcore: sql`case when excluded.hardcore > unlock.hardcore
          then excluded.hardcore else unlock.hardcore end`,
      }),
    ),
);

/** A player's unlocks in one game. */
export const findGameLedger = statement<{ playerId: number; gameId: number }>()((db, slot) =>
  db
    .selectFrom('unlock')
    .select(['achievement_id', 'softcore_at', 'awarded_at', 'hardcore'])
    .where('player_id', '=', slot('playerId'))
    .where('game_id', '=', slot('gameId')),
);
