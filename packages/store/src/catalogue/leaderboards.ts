import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';

export interface Leaderboard {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  /** How a value is shown: `SCORE`, `TIME`, … */
  readonly format: string;
  readonly lowerIsBetter: boolean;
  /** The conditions that start, stop and value an attempt, in the emulators' notation. */
  readonly definition: string;
}

/** The leaderboards of a game, in their order. */
export async function listLeaderboards(session: Session, gameId: number): Promise<Leaderboard[]> {
  const rows = await session.all(leaderboardsOfGame, { gameId });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    description: row.description,
    format: row.format,
    lowerIsBetter: row.lower_is_better === 1,
    definition: row.definition,
  }));
}

const leaderboardsOfGame = statement<{ gameId: number }>()((db, slot) =>
  db
    .selectFrom('leaderboard')
    .selectAll()
    .where('game_id', '=', slot('gameId'))
    .orderBy('sort_order')
    .orderBy('id'),
);
