import { sql } from 'kysely';
import type { Dialect, Session } from '../engine/engine.ts';
import type { ChangeTable } from '../schema.ts';
import { statement } from '../statement.ts';
import type { Change } from './changes.ts';

/**
 * A place among the changes: what a session sees that stands there. For SQLite, the id of the last change, since
 * one transaction commits after the other; for PostgreSQL, where they overlap, a snapshot.
 */
export type Place = string;

/** What has changed between a place and the state that a session sees. */
export interface Changes {
  /** Nothing before it is missing from what the session sees. */
  readonly place: Place;
  readonly changed: readonly Change[] | 'all';
}

/** Gives the changes since a place (all of them, without one); undefined for a session that stands before it. */
export type ChangesSince = (
  session: Session,
  revision: string,
  place: Place | undefined,
) => Promise<Changes | undefined>;

/** With more changes than that, to forget everything takes less time. */
const LIMIT = 1_000;

export function changesSince(dialect: Dialect): ChangesSince {
  return dialect.name === 'sqlite' ? sinceId : sinceSnapshot;
}

async function sinceId(session: Session, _revision: string, place: Place = '0'): Promise<Changes> {
  const rows = await session.all(findChangesAfter, { id: Number(place) });
  return { place: String(rows[0]?.id ?? place), changed: changedIn(rows) };
}

async function sinceSnapshot(
  session: Session,
  revision: string,
  place: Place | undefined,
): Promise<Changes | undefined> {
  if (place === undefined) return { place: revision, changed: 'all' };
  if (isBefore(revision, place)) return undefined;
  return { place: revision, changed: changedIn(await session.all(findChangesUnseen, { place })) };
}

function changedIn(rows: readonly Pick<ChangeTable, 'player_id' | 'game_id'>[]): Changes['changed'] {
  if (rows.length > LIMIT) return 'all';
  const changed: Change[] = [];
  for (const { player_id, game_id } of rows) {
    if (player_id === null) return 'all';
    changed.push({ player_id, game_id });
  }
  return changed;
}

/**
 * Whether a snapshot of PostgreSQL is older than another one: `xmin:xmax:xip,…`, the first transaction that was
 * under way, the first that had not begun, and all between that were under way (its manual, "Transaction ID
 * and Snapshot Information Functions"). From one to the next, transactions begin or end.
 */
export function isBefore(snapshot: string, other: string): boolean {
  const [a, b] = [partsOf(snapshot), partsOf(other)];
  return a.begun === b.begun ? a.underWay > b.underWay : a.begun < b.begun;
}

function partsOf(snapshot: string): { readonly begun: bigint; readonly underWay: number } {
  const [, xmax = '', underWay = ''] = snapshot.split(':');
  return { begun: BigInt(xmax), underWay: underWay === '' ? 0 : underWay.split(',').length };
}

const findChangesAfter = statement<{ id: number }>()((db, slot) =>
  db
    .selectFrom('change')
    .select(['id', 'player_id', 'game_id'])
    .where('id', '>', slot('id'))
    .orderBy('id', 'desc')
    .limit(sql.lit(LIMIT + 1)),
);

/**
 * Changes whose transactions have ended since a snapshot. A transaction that has not begun is one of another
 * server's, from which the database was copied; it is no change.
 */
const findChangesUnseen = statement<{ place: Place }>()((db, slot) =>
  db
    .selectFrom('change')
    .select(['player_id', 'game_id'])
    .where(
      sql<boolean>`made_by >= pg_snapshot_xmin(${slot('place')}::pg_snapshot)
        and made_by < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(made_by, ${slot('place')}::pg_snapshot)`,
    )
    .limit(sql.lit(LIMIT + 1)),
);
