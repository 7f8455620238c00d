import { sql } from 'kysely';
import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** Hardcore points from which on a player is ranked, as on the live service. */
export const RANKED_FROM = 250;

/** Where a player stands among the tracked players with enough hardcore points. */
export interface Rank {
  /** From 1; players with equal points share a place. Null for who is not ranked. */
  readonly rank: number | null;
  readonly totalRanked: number;
}

/** The rank of a player with so many hardcore points. */
export async function rankOf(
  session: Session,
  player: { readonly pointsHardcore: number; readonly untracked: boolean },
): Promise<Rank> {
  const totalRanked = await countAbove(session, RANKED_FROM - 1);
  if (player.untracked || player.pointsHardcore < RANKED_FROM) return { rank: null, totalRanked };
  return { rank: 1 + (await countAbove(session, player.pointsHardcore)), totalRanked };
}

async function countAbove(session: Session, points: number): Promise<number> {
  const row = await session.first(countPlayersAbove, { points });
  return Number(row?.players ?? 0);
}

/**
 * Counts a range of an index that has nothing else in it: it costs as much as there are players ahead, not
 * unlocks. Where players are in the hundreds of thousands, counted blocks are to take its place.
 */
const countPlayersAbove = statement<{ points: number }>()((db, slot) =>
  db
    .selectFrom('player')
    .select((row) => row.fn.countAll<number | string>().as('players'))
    // Written out, not bound: only then do both engines see that the index of ranks applies.
    .where('untracked', '=', sql.lit(0))
    .where('points_hardcore', '>', slot('points')),
);
