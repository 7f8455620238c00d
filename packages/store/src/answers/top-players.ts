import { sql } from 'kysely';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { Player } from '../players.ts';
import { statement } from '../statement.ts';

/** A player among those with the most points. */
export interface TopPlayer extends Player {
  /** RetroPoints, as they are now. */
  readonly pointsTrue: number;
}

/**
 * The ten tracked players with the most hardcore points, the best first; equal points: the one with more
 * RetroPoints, then the lower id first.
 */
export async function topPlayers(session: Session, facts: Facts): Promise<TopPlayer[]> {
  const ids = (await session.all(listByPoints, { from: 0 })).map(({ id }) => id);
  const players = await facts.players(ids);
  const pointsTrue = await Promise.all(ids.map((id) => facts.truePoints(id)));
  const top = players.map((player, index) => ({ ...player, pointsTrue: pointsTrue[index] ?? 0 }));
  return top.sort((a, b) => b.pointsHardcore - a.pointsHardcore || b.pointsTrue - a.pointsTrue);
}

const listByPoints = statement<{ from: number }>()((db, slot) =>
  db
    .selectFrom('player')
    .select('id')
    .where('untracked', '=', sql.lit(0))
    .where('points_hardcore', '>=', slot('from'))
    .orderBy('points_hardcore', 'desc')
    .orderBy('id')
    .limit(sql.lit(10)),
);
