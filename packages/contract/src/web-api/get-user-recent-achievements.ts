import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { minutes, user } from '../params.ts';
import { presentShownUnlock, SHOWN_UNLOCK_FIELDS, type ShownUnlock } from '../shown-unlock.ts';

/** What a user has unlocked lately, the newest first. */
export type UserRecentAchievements = readonly ShownUnlock[];

export const getUserRecentAchievements = defineEndpoint({
  name: 'GetUserRecentAchievements',
  summary: 'User Unlocks (most recent)',
  description: 'What a user has unlocked lately, the newest first, at most the newest 500.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-recent-achievements.html',
  params: { u: user('The target username or ULID.'), m: minutes(60) },
  arguments: { u: 'username', m: 'recentMinutes' },
  response: Type.Array(Type.Object(SHOWN_UNLOCK_FIELDS)),
  example: {
    query: { u: 'Scott' },
    response: [
      {
        Date: '2023-12-27 16:04:50',
        HardcoreMode: 1,
        AchievementID: 98012,
        Title: 'Beginner I',
        Description: 'Clear stages 01 - 05 in Quest.',
        BadgeName: '108302',
        Points: 5,
        TrueRatio: 25,
        Type: null,
        Author: 'jos',
        AuthorULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
        GameTitle: 'Pokemon Pinball mini',
        GameIcon: '/Images/028399.png',
        GameID: 14715,
        ConsoleName: 'Pokemon Mini',
        BadgeURL: '/Badge/108302.png',
        GameURL: '/game/14715',
      },
    ],
  },
  present: (unlocks: UserRecentAchievements) => unlocks.map(presentShownUnlock),
});
