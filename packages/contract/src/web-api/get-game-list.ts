import { Type } from 'typebox';
import { PlainDate, plainDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { choice, countOrAll, id, offset } from '../params.ts';
import { Amount, Id, Md5, nullable, onRequest, Path } from '../schemas.ts';

/** A page of the games of a system. */
export type GameList = readonly {
  readonly id: number;
  readonly title: string;
  readonly systemId: number;
  readonly systemName: string;
  /** The path of a picture: `/Images/020895.png`. */
  readonly icon: string;
  /** Of the promoted set. */
  readonly achievements: number;
  readonly points: number;
  readonly leaderboards: number;
  /** When one of its achievements was changed last, in seconds since 1970; null where it has none. */
  readonly modifiedAt: number | null;
  /** Undefined where they were not asked for. */
  readonly hashes: readonly string[] | undefined;
}[];

const Game = Type.Object({
  Title: Type.String(),
  ID: Id,
  ConsoleID: Id,
  ConsoleName: Type.String(),
  ImageIcon: Path,
  NumAchievements: Amount,
  NumLeaderboards: Amount,
  Points: Type.Integer({ minimum: 0, description: 'What its achievements are worth together.' }),
  DateModified: nullable(PlainDate),
  ForumTopicID: nullable(Id),
  Hashes: onRequest(Type.Array(Md5, { description: 'Only where they are asked for.' })),
});

export const getGameList = defineEndpoint({
  name: 'GetGameList',
  summary: 'All System Games and Hashes',
  description: 'The games of a system by title, with how much there is in each.',
  tag: 'System',
  documentation: 'https://api-docs.retroachievements.org/v1/get-game-list.html',
  params: {
    i: id('The target system ID.'),
    f: choice([0, 1], 0, '1 to only return games that have achievements. Defaults to 0.'),
    h: choice([0, 1], 0, '1 to also return supported hashes for games. Defaults to 0.'),
    o: offset(),
    c: countOrAll(),
  },
  arguments: {
    i: 'consoleId',
    f: 'shouldOnlyRetrieveGamesWithAchievements',
    h: 'shouldRetrieveGameHashes',
    o: 'offset',
    c: 'count',
  },
  sentAsText: ['ID', 'ConsoleID'],
  response: Type.Array(Game),
  example: {
    query: { i: '1', f: '1', h: '1' },
    response: [
      {
        Title: 'Advanced Busterhawk: Gley Lancer',
        ID: 3684,
        ConsoleID: 1,
        ConsoleName: 'Mega Drive',
        ImageIcon: '/Images/020895.png',
        NumAchievements: 44,
        NumLeaderboards: 33,
        Points: 595,
        DateModified: '2022-11-20 03:44:12',
        ForumTopicID: 1936,
        Hashes: ['8bd4a97783cda077c342173df0a9b51e', 'a13ab653a20fb383337fab1e52ddb0df'],
      },
    ],
  },
  present: (games: GameList) =>
    games.map((game) => ({
      Title: game.title,
      ID: game.id,
      ConsoleID: game.systemId,
      ConsoleName: game.systemName,
      ImageIcon: game.icon,
      NumAchievements: game.achievements,
      NumLeaderboards: game.leaderboards,
      Points: game.points,
      DateModified: game.modifiedAt === null ? null : plainDate(game.modifiedAt),
      ForumTopicID: null,
      Hashes: game.hashes,
    })),
});
