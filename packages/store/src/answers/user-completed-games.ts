import { DEFAULT_MASTERY_MINIMUM } from '@laurel/domain';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import type { PlayerIdentifier } from '../players.ts';
import { statement } from '../statement.ts';

/** What a player has of a game. */
export interface CompletedGame {
  readonly gameId: number;
  readonly title: string;
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly maxPossible: number;
  readonly achieved: number;
  readonly achievedHardcore: number;
}

/**
 * The games of which a player has something, of those with enough achievements to be mastered, as on the live
 * service: the most complete first, then the most complete in hardcore, then the largest, then by title and id.
 * Nothing for a player who does not exist. It costs as much as they have games.
 */
export async function userCompletedGames(
  session: Session,
  facts: Facts,
  player: PlayerIdentifier,
): Promise<CompletedGame[]> {
  const found = await facts.player(player);
  if (found === undefined) return [];
  const rows = await session.all(listStandings, { playerId: found.id });
  const games = await facts.games(rows.map((row) => row.game_id));
  const completed = rows.flatMap((row, index) => {
    const game = games[index];
    if (game === undefined || game.promotedCount < DEFAULT_MASTERY_MINIMUM || row.achieved === 0) return [];
    const { title, icon, systemId, systemName, promotedCount } = game;
    return {
      gameId: row.game_id,
      title,
      icon,
      systemId,
      systemName,
      maxPossible: promotedCount,
      achieved: row.achieved,
      achievedHardcore: row.achieved_hardcore,
    };
  });
  return completed.sort(mostCompleteFirst);
}

function mostCompleteFirst(a: CompletedGame, b: CompletedGame): number {
  return (
    b.achieved / b.maxPossible - a.achieved / a.maxPossible ||
    b.achievedHardcore / b.maxPossible - a.achievedHardcore / a.maxPossible ||
    b.maxPossible - a.maxPossible ||
    (a.title < b.title ? -1 : a.title > b.title ? 1 : a.gameId - b.gameId)
  );
}

const listStandings = statement<{ playerId: number }>()((db, slot) =>
  db
    .selectFrom('player_game')
    .select(['game_id', 'achieved', 'achieved_hardcore'])
    .where('player_id', '=', slot('playerId')),
);
