import type { Session } from '../engine/engine.ts';
import { statement } from '../statement.ts';
import { gameIconPath } from './game-icon.ts';

export interface Game {
  readonly id: number;
  readonly title: string;
  readonly systemId: number;
  readonly systemName: string;
  /** Paths under /Images; a path of its own for a game without that picture. */
  readonly icon: string;
  readonly imageTitle: string;
  readonly imageIngame: string;
  readonly imageBoxArt: string;
  readonly publisher: string;
  readonly developer: string;
  readonly genre: string;
  /** A calendar date, or null. */
  readonly released: string | null;
  readonly promotedCount: number;
  /** Tracked players with an unlock, and with a hardcore one. */
  readonly players: number;
  readonly playersHardcore: number;
}

/** The game of this id, or undefined. */
export async function findGame(session: Session, id: number): Promise<Game | undefined> {
  const row = await session.first(gameById, { id });
  if (row === undefined) return undefined;
  const picture = gameIconPath(row.id);
  return {
    id: row.id,
    title: row.title,
    systemId: row.system_id,
    systemName: row.system_name,
    icon: row.icon ?? picture,
    imageTitle: row.image_title ?? picture,
    imageIngame: row.image_ingame ?? picture,
    imageBoxArt: row.image_box_art ?? picture,
    publisher: row.publisher ?? '',
    developer: row.developer ?? '',
    genre: row.genre ?? '',
    released: row.released,
    promotedCount: row.promoted_count,
    players: row.players,
    playersHardcore: row.players_hardcore,
  };
}

/** The rich presence script of a game, "" without one. */
export async function findRichPresence(session: Session, gameId: number): Promise<string> {
  return (await session.first(scriptOfGame, { gameId }))?.script ?? '';
}

/** The id of the game whose ROM has this MD5 (lower case), or undefined. */
export async function findGameByHash(session: Session, md5: string): Promise<number | undefined> {
  return (await session.first(gameByHash, { md5 }))?.game_id;
}

const gameById = statement<{ id: number }>()((db, slot) =>
  db
    .selectFrom('game')
    .innerJoin('system', 'system.id', 'game.system_id')
    .selectAll('game')
    .select('system.name as system_name')
    .where('game.id', '=', slot('id')),
);

const scriptOfGame = statement<{ gameId: number }>()((db, slot) =>
  db.selectFrom('rich_presence').select('script').where('game_id', '=', slot('gameId')),
);

const gameByHash = statement<{ md5: string }>()((db, slot) =>
  db.selectFrom('game_hash').select('game_id').where('md5', '=', slot('md5')),
);
