import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { user } from '../params.ts';
import { Amount, Id } from '../schemas.ts';

/** What a user has of each game that they have played, in the order in which it is shown. */
export type UserCompletedGames = readonly {
  readonly gameId: number;
  readonly title: string;
  /** The path of a picture: `/Images/073205.png`. */
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly maxPossible: number;
  readonly achieved: number;
  readonly achievedHardcore: number;
}[];

const Completion = Type.Object({
  GameID: Id,
  Title: Type.String(),
  ImageIcon: Type.String({ description: 'The path of the icon on this server.' }),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  MaxPossible: Type.Integer({ minimum: 0, description: 'How many achievements the game has.' }),
  NumAwarded: Amount,
  PctWon: Type.String({
    pattern: '^\\d+\\.\\d{4}$',
    description: 'How much of the game that is, from `0.0000` to `1.0000`.',
  }),
  HardcoreMode: Type.Enum(['0', '1'], { description: '1 if in hardcore, else 0.' }),
});

export const getUserCompletedGames = defineEndpoint({
  name: 'GetUserCompletedGames',
  summary: 'User Completed Games',
  description:
    'The games that a user has played, with an entry for what they have in any mode and one for what they have in hardcore, the most complete first. Only games that can be mastered.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-completed-games.html',
  params: { u: user('The target username or ULID.') },
  arguments: { u: 'username' },
  sentAsText: ['GameID', 'ConsoleID', 'MaxPossible', 'NumAwarded', 'PctWon'],
  response: Type.Array(Completion),
  example: {
    query: { u: 'MaxMilyin' },
    response: (['0', '1'] as const).map((HardcoreMode) => ({
      GameID: 19921,
      Title: 'Mega Man: Powered Up [Subset - 468 Stages]',
      ImageIcon: '/Images/073205.png',
      ConsoleID: 41,
      ConsoleName: 'PlayStation Portable',
      MaxPossible: 481,
      NumAwarded: 481,
      PctWon: '1.0000',
      HardcoreMode,
    })),
  },
  present: (games: UserCompletedGames) =>
    games.flatMap((game) =>
      (['0', '1'] as const).flatMap((HardcoreMode) => {
        const achieved = HardcoreMode === '1' ? game.achievedHardcore : game.achieved;
        return achieved === 0
          ? []
          : [
              {
                GameID: game.gameId,
                Title: game.title,
                ImageIcon: game.icon,
                ConsoleID: game.systemId,
                ConsoleName: game.systemName,
                MaxPossible: game.maxPossible,
                NumAwarded: achieved,
                PctWon: (achieved / game.maxPossible).toFixed(4),
                HardcoreMode,
              },
            ];
      }),
    ),
});
