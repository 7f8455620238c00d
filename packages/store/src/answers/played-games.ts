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
  const games = new Map((await showGames(session, gameIds)).map((game) => [game.id, game]));
  const progress = await progressIn(session, facts, playerId, gameIds);
  return progress.map((standing, index) => {
    const game = games.get(standing.gameId);
    if (game === undefined) throw new Error(`The ledger names game ${standing.gameId}, which is not there`);
    const picture = gameIconPath(game.id);
    return {
      ...standing,
      title: game.title,
      systemId: game.system_id,
      systemName: game.system_name,
      icon: game.icon ?? picture,
      imageTitle: game.image_title ?? picture,
      imageIngame: game.image_ingame ?? picture,
      imageBoxArt: game.image_box_art ?? picture,
      lastPlayedAt: played[index]?.at ?? 0,
    };
  });
}

const showGames = listStatement((db, ids) =>
  db
    .selectFrom('game')
    .innerJoin('system', 'system.id', 'game.system_id')
    .select([
      'game.id',
      'game.title',
      'game.icon',
      'game.image_title',
      'game.image_ingame',
      'game.image_box_art',
      'system.id as system_id',
      'system.name as system_name',
    ])
    .where('game.id', 'in', ids),
);
