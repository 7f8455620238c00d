import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { Player } from '../players.ts';
import { type PopularGame, showGames } from './most-played-games.ts';
import { findGames } from './search-games.ts';
import { findPlayers } from './search-players.ts';

/** What is found, of each kind the best first. */
export interface SearchResults {
  readonly games: readonly PopularGame[];
  readonly players: readonly Player[];
}

/**
 * The games and the players that a text, as people type it, stands for: at most so many of each. What it costs has
 * an upper bound in the catalogue; the ledger has no part in it.
 */
export async function search(
  session: Session,
  facts: Facts,
  query: string,
  count: number,
): Promise<SearchResults> {
  return {
    games: await showGames(facts, await findGames(session, query, count)),
    players: await facts.players(await findPlayers(session, query, count)),
  };
}
