import { type Static, Type } from 'typebox';
import { PlainDate, plainDate } from './dates.ts';
import { Amount, Id, Path } from './schemas.ts';

/** A game that a user has played: what it is, and when they did. Times are whole seconds since 1970. */
export interface PlayedGame {
  readonly gameId: number;
  readonly systemId: number;
  readonly systemName: string;
  readonly title: string;
  /** Paths of pictures: `/Images/068578.png`. */
  readonly icon: string;
  readonly imageTitle: string;
  readonly imageIngame: string;
  readonly imageBoxArt: string;
  readonly lastPlayedAt: number;
  readonly possibleAchievements: number;
}

/** The fields of a played game by themselves, for what has them among others. */
export const PLAYED_GAME_FIELDS = {
  GameID: Id,
  ConsoleID: Id,
  ConsoleName: Type.String(),
  Title: Type.String(),
  ImageIcon: Path,
  ImageTitle: Path,
  ImageIngame: Path,
  ImageBoxArt: Path,
  LastPlayed: PlainDate,
  AchievementsTotal: Amount,
};

const Fields = Type.Object(PLAYED_GAME_FIELDS);

export function presentPlayedGame(game: PlayedGame): Static<typeof Fields> {
  return {
    GameID: game.gameId,
    ConsoleID: game.systemId,
    ConsoleName: game.systemName,
    Title: game.title,
    ImageIcon: game.icon,
    ImageTitle: game.imageTitle,
    ImageIngame: game.imageIngame,
    ImageBoxArt: game.imageBoxArt,
    LastPlayed: plainDate(game.lastPlayedAt),
    AchievementsTotal: game.possibleAchievements,
  };
}
