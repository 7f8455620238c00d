import { type Static, Type } from 'typebox';
import { PlainDate, plainDate } from './dates.ts';
import { GAME_PICTURE_FIELDS, type GamePictures, presentGamePictures } from './game-facts.ts';
import { Amount, Id } from './schemas.ts';

/** A game that a user has played: what it is, and when they did. Times are whole seconds since 1970. */
export interface PlayedGame extends GamePictures {
  readonly gameId: number;
  readonly systemId: number;
  readonly systemName: string;
  readonly title: string;
  readonly lastPlayedAt: number;
  readonly possibleAchievements: number;
}

/** The fields of a played game by themselves, for what has them among others. */
export const PLAYED_GAME_FIELDS = {
  GameID: Id,
  ConsoleID: Id,
  ConsoleName: Type.String(),
  Title: Type.String(),
  ...GAME_PICTURE_FIELDS,
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
    ...presentGamePictures(game),
    LastPlayed: plainDate(game.lastPlayedAt),
    AchievementsTotal: game.possibleAchievements,
  };
}
