import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../params.ts';
import { Amount, Id, Path } from '../schemas.ts';

/** The games that most people play, the most played first. */
export type MostPlayedGames = readonly {
  readonly id: number;
  readonly title: string;
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
  /** Of the promoted set. */
  readonly achievements: number;
  readonly points: number;
  /** How many have unlocked something of it. */
  readonly players: number;
}[];

const Game = Type.Object({
  ID: Id,
  Title: Type.String(),
  ImageIcon: Path,
  ConsoleID: Id,
  ConsoleName: Type.String(),
  NumAchievements: Amount,
  Points: Type.Integer({ minimum: 0, description: 'What its achievements are worth together.' }),
  NumDistinctPlayers: Amount,
});

export const laurelGetMostPlayedGames = defineEndpoint({
  name: 'LaurelGetMostPlayedGames',
  summary: 'Most Played Games',
  description: 'The games that most users have unlocked something of, the most played first.',
  tag: 'Laurel',
  documentation: null,
  params: { c: count({ default: 10, max: 100, above: 'cut' }) },
  arguments: { c: 'count' },
  response: Type.Array(Game),
  example: {
    query: { c: '1' },
    response: [
      {
        ID: 1,
        Title: 'Sonic the Hedgehog',
        ImageIcon: '/Images/010004.png',
        ConsoleID: 1,
        ConsoleName: 'Mega Drive / Genesis',
        NumAchievements: 23,
        Points: 251,
        NumDistinctPlayers: 27079,
      },
    ],
  },
  present: (games: MostPlayedGames) =>
    games.map((game) => ({
      ID: game.id,
      Title: game.title,
      ImageIcon: game.icon,
      ConsoleID: game.systemId,
      ConsoleName: game.systemName,
      NumAchievements: game.achievements,
      Points: game.points,
      NumDistinctPlayers: game.players,
    })),
});
