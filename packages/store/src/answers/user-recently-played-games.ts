import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';
import type { Page } from './achievement-unlocks.ts';
import { type PlayedGame, playedGames } from './played-games.ts';
import { recentlyPlayed } from './recently-played.ts';
import { findPresence } from './user-facts.ts';

/** A page of the games that a player has played, newest first; nothing for a player who does not exist. */
export async function userRecentlyPlayedGames(
  session: Session,
  facts: Facts,
  identifier: PlayerIdentifier,
  page: Page,
): Promise<PlayedGame[]> {
  const player = await facts.player(identifier);
  if (player === undefined) return [];
  const presence = await findPresence(session, player.id);
  const played = await recentlyPlayed(session, player.id, presence, page);
  return playedGames(session, facts, player.id, played);
}
