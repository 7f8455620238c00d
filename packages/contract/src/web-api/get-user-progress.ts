import { Type } from 'typebox';
import { defineWrittenEndpoint } from '../endpoint.ts';
import { GAME_PROGRESS_FIELDS, type GameProgress, writeGameProgress } from '../game-progress.ts';
import { asciiText } from '../json-writer.ts';
import { idList, user } from '../params.ts';
import { dictionary } from '../schemas.ts';

/**
 * A user's progress in each game asked for, each once, a game that does not exist included (as zeros); nothing at
 * all where there is no such user.
 */
export type UserProgress = readonly (GameProgress & { readonly gameId: number })[];

const BEGIN = asciiText('{');
const FIRST = asciiText('"');
const NEXT = asciiText(',"');
const PROGRESS = asciiText('":');
const END = asciiText('}');

export const getUserProgress = defineWrittenEndpoint({
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
  write: (games: UserProgress, json) => {
    json.ascii(BEGIN);
    for (const [index, game] of games.entries()) {
      json.ascii(index === 0 ? FIRST : NEXT);
      json.integer(game.gameId).ascii(PROGRESS);
      writeGameProgress(game, json);
    }
    json.ascii(END);
  },
});
