import { type Static, Type } from 'typebox';
import { Path } from './schemas.ts';

/** The paths of a game's pictures: `/Images/067895.png`. */
export interface GamePictures {
  readonly icon: string;
  readonly imageTitle: string;
  readonly imageIngame: string;
  readonly imageBoxArt: string;
}

/** What a game is, as every page about one game says it. */
export interface GameFacts extends GamePictures {
  readonly title: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly publisher: string;
  readonly developer: string;
  readonly genre: string;
  /** A calendar date such as `1991-06-23`, or null. */
  readonly released: string | null;
}

export const GAME_PICTURE_FIELDS = {
  ImageIcon: Path,
  ImageTitle: Path,
  ImageIngame: Path,
  ImageBoxArt: Path,
};

/** Those that stand together on every page; the names and the date are in other places on each. */
export const GAME_FACT_FIELDS = {
  ...GAME_PICTURE_FIELDS,
  Publisher: Type.String(),
  Developer: Type.String(),
  Genre: Type.String(),
};

const Pictures = Type.Object(GAME_PICTURE_FIELDS);
const Facts = Type.Object(GAME_FACT_FIELDS);

/** A game's pictures as the wire has them. */
export function presentGamePictures(game: GamePictures): Static<typeof Pictures> {
  return {
    ImageIcon: game.icon,
    ImageTitle: game.imageTitle,
    ImageIngame: game.imageIngame,
    ImageBoxArt: game.imageBoxArt,
  };
}

/** A game's pictures, and who made it, as the wire has them. */
export function presentGameFacts(game: GameFacts): Static<typeof Facts> {
  return {
    ...presentGamePictures(game),
    Publisher: game.publisher,
    Developer: game.developer,
    Genre: game.genre,
  };
}
