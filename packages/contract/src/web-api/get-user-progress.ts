import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { GAME_PROGRESS_FIELDS, type GameProgress, presentGameProgress } from '../game-progress.ts';
import { idList, user } from '../params.ts';
import { dictionary } from '../schemas.ts';

/**
 * A user's progress in each game asked for, a game that does not exist included (as zeros); nothing at
 * all where there is no such user.
 */
export type UserProgress = readonly (GameProgress & { readonly gameId: number })[];

export const getUserProgress = defineEndpoint({
  name: 'GetUserProgress',
  summary: 'User Specific Games Progress',
  description:
    'How far a user is in each game of a list: achievements and points, in all and in hardcore. ' +
    'A game that does not exist is listed with zeros.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-progress.html',
  params: {
    u: user('The target username or ULID.'),
    i: idList('The target game IDs, as a comma-separated value.'),
  },
  arguments: { u: 'username', i: 'gameIds' },
  sentAsText: [
    'NumPossibleAchievements',
    'PossibleScore',
    'NumAchieved',
    'ScoreAchieved',
    'NumAchievedHardcore',
    'ScoreAchievedHardcore',
  ],
  response: dictionary(Type.Object(GAME_PROGRESS_FIELDS), {
    description: 'By game ID. Empty where there is no such user.',
  }),
  example: {
    query: { u: 'MaxMilyin', i: '1,2,3' },
    response: {
      1: {
        NumPossibleAchievements: 23,
        PossibleScore: 251,
        NumAchieved: 23,
        ScoreAchieved: 251,
        NumAchievedHardcore: 23,
        ScoreAchievedHardcore: 251,
      },
      2: {
        NumPossibleAchievements: 22,
        PossibleScore: 320,
        NumAchieved: 22,
        ScoreAchieved: 320,
        NumAchievedHardcore: 22,
        ScoreAchievedHardcore: 320,
      },
      3: {
        NumPossibleAchievements: 23,
        PossibleScore: 335,
        NumAchieved: 23,
        ScoreAchieved: 335,
        NumAchievedHardcore: 23,
        ScoreAchievedHardcore: 335,
      },
    },
  },
  present: (games: UserProgress) =>
    Object.fromEntries(games.map((game) => [game.gameId, presentGameProgress(game)])),
});
