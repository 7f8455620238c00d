import type { Session } from '../engine/engine.ts';
import { findPlayer, type PlayerIdentifier } from '../players.ts';
import { statement } from '../statement.ts';

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
  player: PlayerIdentifier,
  gameIds: readonly number[],
): Promise<GameProgress[]> {
  const found = await findPlayer(session, player);
  if (found === undefined) return [];
  const wanted = [...new Set(gameIds)];
  const rows = await session.all(progressIn(wanted.length), withPadding(found.id, wanted));
  const known = new Map(rows.map((row) => [row.id, row]));
  return wanted.map((gameId) => {
    const row = known.get(gameId);
    return {
      gameId,
      possibleAchievements: row?.promoted_count ?? 0,
      possibleScore: row?.promoted_points ?? 0,
      achieved: row?.achieved ?? 0,
      score: row?.score ?? 0,
      achievedHardcore: row?.achieved_hardcore ?? 0,
      scoreHardcore: row?.score_hardcore ?? 0,
    };
  });
}

/** Statements for 1, 2, 4, 8 … games: a handful of prepared ones serves lists of every length. */
const statements = new Map<number, ReturnType<typeof declare>>();

export function progressIn(games: number): ReturnType<typeof declare> {
  const size = paddedSize(games);
  let declared = statements.get(size);
  if (declared === undefined) {
    declared = declare(size);
    statements.set(size, declared);
  }
  return declared;
}

export function withPadding(playerId: number, gameIds: readonly number[]): readonly number[] {
  const padding = paddedSize(gameIds.length) - gameIds.length;
  return [playerId, ...gameIds, ...new Array<number>(padding).fill(gameIds.at(-1) ?? 0)];
}

function paddedSize(length: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(length, 1)));
}

function declare(size: number) {
  const positions = Array.from({ length: size }, (_, index) => index + 1);
  return statement<readonly number[]>()((db, slot) => {
    const at = (index: number) => slot(`${index}` as never);
    return db
      .selectFrom('game')
      .leftJoin('player_game', (join) =>
        join.onRef('player_game.game_id', '=', 'game.id').on('player_game.player_id', '=', at(0)),
      )
      .select([
        'game.id',
        'game.promoted_count',
        'game.promoted_points',
        'player_game.achieved',
        'player_game.score',
        'player_game.achieved_hardcore',
        'player_game.score_hardcore',
      ])
      .where('game.id', 'in', positions.map(at));
  });
}
