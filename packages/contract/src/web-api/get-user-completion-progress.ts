import { Type } from 'typebox';
import { OffsetDate, offsetDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, offset, user } from '../params.ts';
import { Amount, Id, nullable } from '../schemas.ts';

/** A page of the games that a user has played. Times are whole seconds since 1970. */
export interface UserCompletionProgress {
  /** How many games there are on all pages. */
  readonly total: number;
  readonly games: readonly {
    readonly gameId: number;
    readonly title: string;
    /** The path of a picture: `/Images/074560.png`. */
    readonly icon: string;
    readonly systemId: number;
    readonly systemName: string;
    readonly maxPossible: number;
    readonly achieved: number;
    readonly achievedHardcore: number;
    readonly lastAwardedAt: number;
    readonly highestAward: {
      readonly kind: 'beaten-softcore' | 'beaten-hardcore' | 'completed' | 'mastered';
      readonly at: number;
    } | null;
  }[];
}

const Game = Type.Object({
  GameID: Id,
  Title: Type.String(),
  ImageIcon: Type.String({ description: 'The path of the icon on this server.' }),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  MaxPossible: Type.Integer({ minimum: 0, description: 'How many achievements the game has.' }),
  NumAwarded: Amount,
  NumAwardedHardcore: Amount,
  MostRecentAwardedDate: OffsetDate,
  HighestAwardKind: nullable(Type.Enum(['beaten-softcore', 'beaten-hardcore', 'completed', 'mastered'])),
  HighestAwardDate: nullable(OffsetDate),
});

export const getUserCompletionProgress = defineEndpoint({
  name: 'GetUserCompletionProgress',
  summary: 'User Completion Progress',
  description:
    'Every game that a user has played, with their progress and highest award, the most recently played first.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-completion-progress.html',
  params: {
    u: user('The target username or ULID.'),
    c: count({ default: 100, max: 500, above: 'refuse' }),
    o: offset(),
  },
  arguments: { u: 'username', c: 'count', o: 'offset' },
  list: { entries: 'Results', identity: 'GameID', total: 'Total' },
  response: Type.Object({
    Count: Type.Integer({ minimum: 0, description: 'How many games are in this response.' }),
    Total: Type.Integer({ minimum: 0, description: 'How many games there are.' }),
    Results: Type.Array(Game),
  }),
  example: {
    query: { u: 'MaxMilyin' },
    response: {
      Count: 100,
      Total: 1287,
      Results: [
        {
          GameID: 20246,
          Title: '~Hack~ Knuckles the Echidna in Sonic the Hedgehog',
          ImageIcon: '/Images/074560.png',
          ConsoleID: 1,
          ConsoleName: 'Mega Drive / Genesis',
          MaxPossible: 0,
          NumAwarded: 0,
          NumAwardedHardcore: 0,
          MostRecentAwardedDate: '2023-10-27T02:52:34+00:00',
          HighestAwardKind: 'beaten-hardcore',
          HighestAwardDate: '2023-10-27T02:52:34+00:00',
        },
      ],
    },
  },
  present: ({ total, games }: UserCompletionProgress) => ({
    Count: games.length,
    Total: total,
    Results: games.map((game) => ({
      GameID: game.gameId,
      Title: game.title,
      ImageIcon: game.icon,
      ConsoleID: game.systemId,
      ConsoleName: game.systemName,
      MaxPossible: game.maxPossible,
      NumAwarded: game.achieved,
      NumAwardedHardcore: game.achievedHardcore,
      MostRecentAwardedDate: offsetDate(game.lastAwardedAt),
      HighestAwardKind: game.highestAward === null ? null : game.highestAward.kind,
      HighestAwardDate: game.highestAward === null ? null : offsetDate(game.highestAward.at),
    })),
  }),
});
