import { type Static, Type } from 'typebox';
import { GAME_FACT_FIELDS, type GameFacts, presentGameFacts } from './game-facts.ts';
import { granularityOf, ReleasedAtGranularity } from './released.ts';
import { Id, nullable } from './schemas.ts';

/** The game that a user played last, and what was said of it. Times are whole seconds since 1970. */
export interface LastGame extends GameFacts {
  readonly gameId: number;
  readonly message: string;
  readonly messageAt: number;
}

export const LAST_GAME_FIELDS = {
  ID: Id,
  Title: Type.String(),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  ForumTopicID: Type.Integer({ minimum: 0, description: '0 without a topic in a forum.' }),
  Flags: Type.Integer({ minimum: 0, description: 'Always 0.' }),
  ...GAME_FACT_FIELDS,
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
    ...presentGameFacts(game),
    Released: game.released,
    ReleasedAtGranularity: granularityOf(game.released),
    IsFinal: 0,
  };
}
