import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { GAME_FACT_FIELDS, type GameFacts, presentGameFacts } from '../game-facts.ts';
import { id } from '../params.ts';
import { granularityOf, ReleasedAtGranularity } from '../released.ts';
import { Id, nullable, orEmpty, Path } from '../schemas.ts';

/** What a game is; undefined where there is none. */
export type GameSummary = GameFacts | undefined;

const Game = Type.Object({
  Title: Type.String(),
  GameTitle: Type.String({ description: 'The same as Title.' }),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  Console: Type.String({ description: 'The same as ConsoleName.' }),
  ForumTopicID: nullable(Id),
  Flags: Type.Integer({ minimum: 0, description: 'Always 0.' }),
  GameIcon: Path,
  ...GAME_FACT_FIELDS,
  Released: nullable(
    Type.String({
      pattern: '^\\d{4}-\\d\\d-\\d\\d(?: 00:00:00)?$',
      description: 'The first release, as in `1992-06-02 00:00:00`.',
    }),
  ),
  ReleasedAtGranularity,
});

export const getGame = defineEndpoint({
  name: 'GetGame',
  summary: 'Game Summary',
  description: 'What a game is. Empty where there is no such game.',
  tag: 'Game',
  documentation: 'https://api-docs.retroachievements.org/v1/get-game.html',
  params: { i: id('The target game ID.') },
  arguments: { i: 'gameId' },
  sentAsText: ['ID', 'ForumTopicID', 'ConsoleID', 'Flags'],
  response: orEmpty(Game),
  example: {
    query: { i: '1' },
    response: {
      Title: 'Sonic the Hedgehog',
      GameTitle: 'Sonic the Hedgehog',
      ConsoleID: 1,
      ConsoleName: 'Mega Drive',
      Console: 'Mega Drive',
      ForumTopicID: 112,
      Flags: 0,
      GameIcon: '/Images/067895.png',
      ImageIcon: '/Images/067895.png',
      ImageTitle: '/Images/054993.png',
      ImageIngame: '/Images/000010.png',
      ImageBoxArt: '/Images/051872.png',
      Publisher: '',
      Developer: '',
      Genre: '',
      Released: '1992-06-02 00:00:00',
      ReleasedAtGranularity: 'day',
    },
  },
  present: (game: GameSummary) =>
    game === undefined
      ? {}
      : {
          Title: game.title,
          GameTitle: game.title,
          ConsoleID: game.systemId,
          ConsoleName: game.systemName,
          Console: game.systemName,
          ForumTopicID: null,
          Flags: 0,
          GameIcon: game.icon,
          ...presentGameFacts(game),
          Released: game.released === null ? null : `${game.released} 00:00:00`,
          ReleasedAtGranularity: granularityOf(game.released),
        },
});
