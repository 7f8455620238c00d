import { type Static, Type } from 'typebox';
import { granularityOf, ReleasedAtGranularity } from './released.ts';
import { Id, nullable, Path } from './schemas.ts';

/** The game that a user played last, and what was said of it. Times are whole seconds since 1970. */
export interface LastGame {
  readonly gameId: number;
  readonly message: string;
  readonly messageAt: number;
  readonly title: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly icon: string;
  readonly imageTitle: string;
  readonly imageIngame: string;
  readonly imageBoxArt: string;
  readonly publisher: string;
  readonly developer: string;
  readonly genre: string;
  /** A calendar date, `1991-06-23`. */
  readonly released: string | null;
}

export const LAST_GAME_FIELDS = {
  ID: Id,
  Title: Type.String(),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  ForumTopicID: Type.Integer({ minimum: 0, description: '0 without a topic in a forum.' }),
  Flags: Type.Integer({ minimum: 0, description: 'Always 0.' }),
  ImageIcon: Path,
  ImageTitle: Path,
  ImageIngame: Path,
  ImageBoxArt: Path,
  Publisher: Type.String(),
  Developer: Type.String(),
  Genre: Type.String(),
  Released: nullable(Type.String({ description: 'The first release, a calendar date.' })),
  ReleasedAtGranularity,
  IsFinal: Type.Integer({ minimum: 0, description: 'Always 0.' }),
};

const Fields = Type.Object(LAST_GAME_FIELDS);

export function presentLastGame(game: LastGame): Static<typeof Fields> {
  return {
    ID: game.gameId,
    Title: game.title,
    ConsoleID: game.systemId,
    ConsoleName: game.systemName,
    ForumTopicID: 0,
    Flags: 0,
    ImageIcon: game.icon,
    ImageTitle: game.imageTitle,
    ImageIngame: game.imageIngame,
    ImageBoxArt: game.imageBoxArt,
    Publisher: game.publisher,
    Developer: game.developer,
    Genre: game.genre,
    Released: game.released,
    ReleasedAtGranularity: granularityOf(game.released),
    IsFinal: 0,
  };
}
