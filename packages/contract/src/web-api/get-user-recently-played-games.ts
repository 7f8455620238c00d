import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { GAME_PROGRESS_FIELDS, type GameProgress, presentGameProgress } from '../game-progress.ts';
import { count, offset, user } from '../params.ts';
import { PLAYED_GAME_FIELDS, type PlayedGame, presentPlayedGame } from '../played-game.ts';

/** A page of the games that a user has played, the one played last first; empty where there is no such user. */
export type UserRecentlyPlayedGames = readonly (PlayedGame & GameProgress)[];

export const getUserRecentlyPlayedGames = defineEndpoint({
  name: 'GetUserRecentlyPlayedGames',
  summary: 'User Recently Played Games',
  description: 'The games that a user has played, the one played last first, with their progress.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-recently-played-games.html',
  params: {
    u: user('The target username or ULID.'),
    c: count({ default: 10, max: 50, above: 'cut' }),
    o: offset(),
  },
  arguments: { u: 'username', c: 'count', o: 'offset' },
  sentAsText: [
    'GameID',
    'ConsoleID',
    'NumPossibleAchievements',
    'PossibleScore',
    'NumAchieved',
    'ScoreAchieved',
    'NumAchievedHardcore',
    'ScoreAchievedHardcore',
  ],
  response: Type.Array(Type.Object({ ...PLAYED_GAME_FIELDS, ...GAME_PROGRESS_FIELDS })),
  example: {
    query: { u: 'MaxMilyin' },
    response: [
      {
        GameID: 11332,
        ConsoleID: 12,
        ConsoleName: 'PlayStation',
        Title: 'Final Fantasy Origins',
        ImageIcon: '/Images/060249.png',
        ImageTitle: '/Images/026707.png',
        ImageIngame: '/Images/026708.png',
        ImageBoxArt: '/Images/046257.png',
        LastPlayed: '2023-10-27 00:30:04',
        AchievementsTotal: 119,
        NumPossibleAchievements: 119,
        PossibleScore: 945,
        NumAchieved: 38,
        ScoreAchieved: 382,
        NumAchievedHardcore: 38,
        ScoreAchievedHardcore: 382,
      },
    ],
  },
  present: (games: UserRecentlyPlayedGames) =>
    games.map((game) => ({ ...presentPlayedGame(game), ...presentGameProgress(game) })),
});
