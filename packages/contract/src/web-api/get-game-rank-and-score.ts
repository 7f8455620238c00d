import { Type } from 'typebox';
import { PlainDate, plainDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { choice, id } from '../params.ts';
import { Amount, Ulid } from '../schemas.ts';

/** The best of a game, in the order in which they are shown. Times are whole seconds since 1970. */
export type GameRankAndScore = readonly {
  readonly username: string;
  readonly ulid: string;
  readonly achievedHardcore: number;
  readonly scoreHardcore: number;
  /** When they unlocked an achievement of the game in hardcore last. */
  readonly lastHardcoreAt: number;
}[];

const Score = Type.Object({
  User: Type.String(),
  ULID: Ulid,
  NumAchievements: Type.Integer({ minimum: 0, description: 'In hardcore.' }),
  TotalScore: Amount,
  LastAward: PlainDate,
});

export const getGameRankAndScore = defineEndpoint({
  name: 'GetGameRankAndScore',
  summary: 'High Scores',
  description:
    'The ten users with the most hardcore points in a game, who got there first being first; or the ten who were the last to get all of its achievements in hardcore, the latest first.',
  tag: 'Game',
  documentation: 'https://api-docs.retroachievements.org/v1/get-game-rank-and-score.html',
  params: {
    g: id('The target game ID.'),
    t: choice([0, 1], 0, '1 for latest masters. 0 for non-master high scores. Defaults to 0.'),
  },
  arguments: { g: 'gameId', t: { name: 'type', values: { 'high-scores': 0, 'latest-masters': 1 } } },
  sentAsText: ['TotalScore'],
  response: Type.Array(Score, { description: 'At most ten. Empty where there is no such game.' }),
  example: {
    query: { g: '14402' },
    response: [
      {
        User: 'Arekdias',
        ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
        NumAchievements: 15,
        TotalScore: 219,
        LastAward: '2023-06-07 14:43:18',
      },
    ],
  },
  present: (scores: GameRankAndScore) =>
    scores.map((score) => ({
      User: score.username,
      ULID: score.ulid,
      NumAchievements: score.achievedHardcore,
      TotalScore: score.scoreHardcore,
      LastAward: plainDate(score.lastHardcoreAt),
    })),
});
