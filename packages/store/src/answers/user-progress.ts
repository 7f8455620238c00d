import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import { listStatement } from '../list-statement.ts';
import type { PlayerIdentifier } from '../players.ts';

/** A player's progress in one game: counts and points of what there is and what they have. */
export interface GameProgress {
  readonly gameId: number;
  readonly possibleAchievements: number;
  readonly possibleScore: number;
  readonly achieved: number;
  readonly score: number;
  readonly achievedHardcore: number;
  readonly scoreHardcore: number;
}

/**
 * The player's progress in each of the games, in the order asked for, each once; zeros for a game that does
 * not exist (as on the live service), nothing at all for a player who does not.
 */
export async function userProgress(
  session: Session,
  facts: Facts,
  player: PlayerIdentifier,
  gameIds: readonly number[],
): Promise<GameProgress[]> {
  const found = await facts.player(player);
  return found === undefined ? [] : progressIn(session, facts, found.id, gameIds);
}

/** The same of a player who is known. */
export async function progressIn(
  session: Session,
  facts: Facts,
  playerId: number,
  gameIds: readonly number[],
): Promise<GameProgress[]> {
  const wanted = [...new Set(gameIds)];
  const games = await facts.games(wanted);
  const rows = await standingsIn(session, wanted, playerId);
  const standings = new Map(rows.map((row) => [row.game_id, row]));
  return wanted.map((gameId, index) => {
    const game = games[index];
    const standing = standings.get(gameId);
    return {
      gameId,
      possibleAchievements: game?.promotedCount ?? 0,
      possibleScore: game?.promotedPoints ?? 0,
      achieved: standing?.achieved ?? 0,
      score: standing?.score ?? 0,
      achievedHardcore: standing?.achieved_hardcore ?? 0,
      scoreHardcore: standing?.score_hardcore ?? 0,
    };
  });
}

const standingsIn = listStatement((db, gameIds, playerId) =>
  db
    .selectFrom('player_game')
    .select(['game_id', 'achieved', 'score', 'achieved_hardcore', 'score_hardcore'])
    .where('player_id', '=', playerId)
    .where('game_id', 'in', gameIds),
);
