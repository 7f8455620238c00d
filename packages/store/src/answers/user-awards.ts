import { type AwardKind, shownAwards } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { GameFacts } from '../facts/games.ts';
import { awardsOf } from '../ledger/standing-rows.ts';
import type { PlayerIdentifier } from '../players.ts';
import { statement } from '../statement.ts';

/** An award, and the game that it is for. */
export interface UserAward {
  readonly kind: AwardKind;
  readonly at: number;
  readonly gameId: number;
  readonly title: string;
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
}

/** Awards of the same time in the order in which the live service shows them. */
const ORDER: readonly AwardKind[] = ['beaten-softcore', 'beaten-hardcore', 'completed', 'mastered'];

/**
 * The awards of a player as lists show them, the oldest first; equal times: beaten before mastered, then the
 * lower game id first. Nothing for a player who does not exist. It costs as much as they have awards.
 */
export async function userAwards(
  session: Session,
  facts: Facts,
  player: PlayerIdentifier,
): Promise<UserAward[]> {
  const found = await facts.player(player);
  if (found === undefined) return [];
  const byGame = Map.groupBy(await session.all(listAwards, { playerId: found.id }), ({ game_id }) => game_id);
  const games = await facts.games([...byGame.keys()]);
  return [...byGame]
    .flatMap(([gameId, rows], index) =>
      shownAwards(awardsOf(rows)).map((award) => ({ ...award, ...gameOf(gameId, games[index]) })),
    )
    .sort((a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.gameId - b.gameId);
}

/** What a list of awards says of a game. */
export function gameOf(gameId: number, game: GameFacts | undefined) {
  if (game === undefined) throw new Error(`An award names game ${gameId}, which is not there`);
  const { title, icon, systemId, systemName } = game;
  return { gameId, title, icon, systemId, systemName };
}

const listAwards = statement<{ playerId: number }>()((db, slot) =>
  db.selectFrom('award').select(['game_id', 'kind', 'at']).where('player_id', '=', slot('playerId')),
);
