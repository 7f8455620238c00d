import { Type } from 'typebox';
import { badgeName } from '../connect/pictures.ts';
import { PlainDate, plainDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../params.ts';
import { Amount, flag, Id, nullable, Path, Ulid } from '../schemas.ts';
import { userPic } from '../user-facts.ts';

/** The newest unlocks of all users, the newest first. Times are whole seconds since 1970. */
export type RecentUnlocks = readonly {
  readonly username: string;
  readonly ulid: string;
  readonly awardedAt: number;
  readonly hardcore: boolean;
  readonly achievementId: number;
  readonly title: string;
  readonly description: string;
  /** The name of a picture, `40009`; empty for an achievement without one. */
  readonly badge: string;
  readonly points: number;
  readonly trueRatio: number;
  readonly kind: 'progression' | 'win_condition' | 'missable' | null;
  readonly gameTitle: string;
  /** The path of a picture: `/Images/010004.png`. */
  readonly gameIcon: string;
  readonly gameId: number;
  readonly systemName: string;
}[];

const Unlock = Type.Object({
  User: Type.String(),
  ULID: Ulid,
  UserPic: Path,
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
  GameTitle: Type.String(),
  GameIcon: Path,
  GameID: Id,
  ConsoleName: Type.String(),
  BadgeURL: Path,
  GameURL: Type.String({ description: 'The path of the game on the website.' }),
});

export const laurelGetRecentUnlocks = defineEndpoint({
  name: 'LaurelGetRecentUnlocks',
  summary: 'All Recent Unlocks',
  description: 'What all users have unlocked lately, the newest first.',
  tag: 'Laurel',
  documentation: null,
  params: { c: count({ default: 25, max: 100, above: 'cut' }) },
  arguments: { c: 'count' },
  response: Type.Array(Unlock),
  example: {
    query: { c: '1' },
    response: [
      {
        User: 'vipotaenko02',
        ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
        UserPic: '/UserPic/vipotaenko02.png',
        Date: '2023-10-27 00:19:05',
        HardcoreMode: 0,
        AchievementID: 9,
        Title: 'That Was Easy',
        Description: 'Complete the first act in Green Hill Zone',
        BadgeName: '40009',
        Points: 4,
        TrueRatio: 4,
        Type: 'progression',
        GameTitle: 'Sonic the Hedgehog',
        GameIcon: '/Images/010004.png',
        GameID: 1,
        ConsoleName: 'Mega Drive / Genesis',
        BadgeURL: '/Badge/40009.png',
        GameURL: '/game/1',
      },
    ],
  },
  present: (unlocks: RecentUnlocks) =>
    unlocks.map((unlock) => {
      const badge = badgeName({ id: unlock.achievementId, badge: unlock.badge });
      return {
        User: unlock.username,
        ULID: unlock.ulid,
        UserPic: userPic(unlock.username),
        Date: plainDate(unlock.awardedAt),
        HardcoreMode: flag(unlock.hardcore),
        AchievementID: unlock.achievementId,
        Title: unlock.title,
        Description: unlock.description,
        BadgeName: badge,
        Points: unlock.points,
        TrueRatio: unlock.trueRatio,
        Type: unlock.kind,
        GameTitle: unlock.gameTitle,
        GameIcon: unlock.gameIcon,
        GameID: unlock.gameId,
        ConsoleName: unlock.systemName,
        BadgeURL: `/Badge/${badge}.png`,
        GameURL: `/game/${unlock.gameId}`,
      };
    }),
});
