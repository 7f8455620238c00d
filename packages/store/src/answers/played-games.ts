import { gameIconPath } from '../catalogue/game-icon.ts';
import type { Session } from '../engine/engine.ts';
import type { Facts } from '../facts/facts-memory.ts';
import { listStatement } from '../list-statement.ts';
import type { Played } from './recently-played.ts';
import { type GameProgress, progressIn } from './user-progress.ts';

/** A game that a player has played: what it is, when they did, and how far they are. */
export interface PlayedGame extends GameProgress {
  readonly title: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly icon: string;
  readonly imageTitle: string;
  readonly imageIngame: string;
  readonly imageBoxArt: string;
  readonly lastPlayedAt: number;
}

/** The games that were played, in their order. */
export async function playedGames(
  session: Session,
  facts: Facts,
  playerId: number,
  played: readonly Played[],
): Promise<PlayedGame[]> {
  const gameIds = played.map(({ gameId }) => gameId);
  const games = await facts.games(gameIds);
  const pictures = new Map((await picturesOf(session, gameIds)).map((row) => [row.id, row]));
  const progress = await progressIn(session, facts, playerId, gameIds);
  return progress.map((standing, index) => {
    const { gameId } = standing;
    const [game, own] = [games[index], pictures.get(gameId)];
    if (game === undefined) throw new Error(`The ledger names game ${gameId}, which is not there`);
    const icon = gameIconPath(gameId);
    return {
      ...standing,
      title: game.title,
      systemId: game.systemId,
      systemName: game.systemName,
      icon: game.icon,
      imageTitle: own?.image_title ?? icon,
      imageIngame: own?.image_ingame ?? icon,
      imageBoxArt: own?.image_box_art ?? icon,
      lastPlayedAt: played[index]?.at ?? 0,
    };
  });
}

const picturesOf = listStatement((db, ids) =>
  db.selectFrom('game').select(['id', 'image_title', 'image_ingame', 'image_box_art']).where('id', 'in', ids),
);
