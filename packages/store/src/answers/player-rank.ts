import type { Session } from '../engine/engine.ts';
import { countPlayersAbove } from '../ledger/points-bands.ts';

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
  { pointsHardcore, untracked }: { readonly pointsHardcore: number; readonly untracked: boolean },
): Promise<Rank> {
  const isRanked = !untracked && pointsHardcore >= RANKED_FROM;
  const from = isRanked ? [RANKED_FROM - 1, pointsHardcore] : [RANKED_FROM - 1];
  const [totalRanked = 0, above = 0] = await countPlayersAbove(session, from);
  return { rank: isRanked ? 1 + above : null, totalRanked };
}
