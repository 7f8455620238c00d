import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { GameFacts } from '../facts/games.ts';
import { atMost, statement } from '../statement.ts';

/** A game of a list that says how many play it. */
export interface PopularGame extends GameFacts {
  readonly id: number;
  /** Tracked players with an unlock of the promoted set. */
  readonly players: number;
}

/** The games that most players have unlocked something of, the most played first; equal ones by id. */
export async function mostPlayedGames(session: Session, facts: Facts, count: number): Promise<PopularGame[]> {
  return showGames(facts, await session.all(listByPlayers, { from: 1, count }));
}

/** These games, with what a list says of them. */
export async function showGames(
  facts: Facts,
  games: readonly { readonly id: number; readonly players: number }[],
): Promise<PopularGame[]> {
  const found = await facts.games(games.map(({ id }) => id));
  return games.map(({ id, players }, index) => {
    const game = found[index];
    if (game === undefined) throw new Error(`Game ${id} is not there`);
    return { ...game, id, players };
  });
}

const listByPlayers = statement<{ from: number; count: number }>()((db, slot) =>
  db
    .selectFrom('game')
    .select(['id', 'players'])
    .where('players', '>=', slot('from'))
    .orderBy('players', 'desc')
    .orderBy('id')
    .limit(atMost(slot('count'))),
);
