import { findGame, type Game } from '../catalogue/games.ts';
import type { Session } from '../engine/engine.ts';
import { recentlyPlayed } from './recently-played.ts';
import type { Presence } from './user-facts.ts';

/** The game that a player played last, and what was said of it. */
export interface LastGame extends Omit<Game, 'id'> {
  readonly gameId: number;
  readonly message: string;
  readonly messageAt: number;
}

/**
 * The game that a player played last; null for who has played nothing. What their emulator said of it, and when;
 * where it has said nothing of this game, that they play it, since the newest unlock, as on the live service.
 */
export async function lastGame(
  session: Session,
  playerId: number,
  presence: Presence | null,
): Promise<LastGame | null> {
  const [last] = await recentlyPlayed(session, playerId, presence, { count: 1, offset: 0 });
  const found = last && (await findGame(session, last.gameId));
  if (found === undefined || last === undefined) return null;
  const { id: gameId, ...game } = found;
  const said = presence?.gameId === gameId ? presence : undefined;
  return {
    gameId,
    message: said?.message ?? `Playing ${game.title}`,
    messageAt: said?.at ?? last.at,
    ...game,
  };
}
