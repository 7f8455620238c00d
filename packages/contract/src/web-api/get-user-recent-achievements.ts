import { type Static, Type } from 'typebox';
import { badgeName } from '../connect/pictures.ts';
import { PlainDate, plainDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { minutes, user } from '../params.ts';
import { Amount, flag, Id, nullable, Path, Ulid } from '../schemas.ts';

/** What a user has unlocked lately, the newest first. Times are whole seconds since 1970. */
export type UserRecentAchievements = readonly {
  readonly awardedAt: number;
  readonly hardcore: boolean;
  readonly achievementId: number;
  readonly title: string;
  readonly description: string;
  /** The name of a picture, `108302`; empty for an achievement without one. */
  readonly badge: string;
  readonly points: number;
  readonly trueRatio: number;
  readonly kind: 'progression' | 'win_condition' | 'missable' | null;
  readonly author: string;
  /** Null where the author is not a user. */
  readonly authorUlid: string | null;
  readonly gameTitle: string;
  /** The path of a picture: `/Images/028399.png`. */
  readonly gameIcon: string;
  readonly gameId: number;
  readonly systemName: string;
}[];

const Unlock = Type.Object({
  Date: PlainDate,
  HardcoreMode: Type.Enum([0, 1], { description: '1 if unlocked in hardcore, else 0.' }),
  AchievementID: Id,
  Title: Type.String(),
  Description: Type.String(),
  BadgeName: Type.String(),
  Points: Amount,
  TrueRatio: Type.Integer({
    minimum: 0,
    description: 'RetroPoints: the points, worth more the rarer it is.',
  }),
  Type: nullable(Type.Enum(['progression', 'win_condition', 'missable'])),
  Author: Type.String(),
  AuthorULID: nullable(Ulid),
  GameTitle: Type.String(),
  GameIcon: Path,
  GameID: Id,
  ConsoleName: Type.String(),
  BadgeURL: Path,
  GameURL: Type.String({ description: 'The path of the game on the website.' }),
});

export const getUserRecentAchievements = defineEndpoint({
  name: 'GetUserRecentAchievements',
  summary: 'User Unlocks (most recent)',
  description: 'What a user has unlocked lately, the newest first, at most the newest 500.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-recent-achievements.html',
  params: { u: user('The target username or ULID.'), m: minutes(60) },
  arguments: { u: 'username', m: 'recentMinutes' },
  response: Type.Array(Unlock),
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
  present: (unlocks: UserRecentAchievements) => unlocks.map(presentUnlock),
});

function presentUnlock(unlock: UserRecentAchievements[number]): Static<typeof Unlock> {
  const badge = badgeName({ id: unlock.achievementId, badge: unlock.badge });
  return {
    Date: plainDate(unlock.awardedAt),
    HardcoreMode: flag(unlock.hardcore),
    AchievementID: unlock.achievementId,
    Title: unlock.title,
    Description: unlock.description,
    BadgeName: badge,
    Points: unlock.points,
    TrueRatio: unlock.trueRatio,
    Type: unlock.kind,
    Author: unlock.author,
    AuthorULID: unlock.authorUlid,
    GameTitle: unlock.gameTitle,
    GameIcon: unlock.gameIcon,
    GameID: unlock.gameId,
    ConsoleName: unlock.systemName,
    BadgeURL: `/Badge/${badge}.png`,
    GameURL: `/game/${unlock.gameId}`,
  };
}
