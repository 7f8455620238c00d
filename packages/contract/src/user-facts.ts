import { Type } from 'typebox';
import { Amount, flag, Id } from './schemas.ts';

/** What a profile says of a user. Times are whole seconds since 1970. */
export interface UserFacts {
  readonly id: number;
  readonly username: string;
  readonly ulid: string;
  readonly joinedAt: number;
  readonly motto: string;
  readonly untracked: boolean;
  /** Whether they run this server. */
  readonly admin: boolean;
  readonly pointsHardcore: number;
  readonly pointsSoftcore: number;
  /** RetroPoints: what their hardcore unlocks are worth, the rarer the more. */
  readonly pointsTrue: number;
}

/** The numbers by which the public service tells what its users may do: here, who runs the server, and others. */
const PERMISSIONS = { registered: 1, moderator: 4 } as const;

/** The fields that a profile and a summary share, as they follow one another. */
export const USER_FIELDS = {
  ContribCount: Type.Integer({ minimum: 0, description: 'Always 0: contributions are not counted.' }),
  ContribYield: Type.Integer({ minimum: 0, description: 'Always 0: contributions are not counted.' }),
  TotalPoints: Type.Integer({ minimum: 0, description: 'Hardcore points.' }),
  TotalSoftcorePoints: Amount,
  TotalTruePoints: Type.Integer({ minimum: 0, description: 'RetroPoints: points, worth more the rarer.' }),
  Permissions: Type.Integer({ description: '1, or 4 for who runs the server.' }),
  Untracked: Type.Enum([0, 1]),
  ID: Id,
  UserWallActive: Type.Enum([0, 1], { description: 'Always 0: there are no walls.' }),
  Motto: Type.String(),
};

export function presentUserFacts(user: UserFacts) {
  return {
    ContribCount: 0,
    ContribYield: 0,
    TotalPoints: user.pointsHardcore,
    TotalSoftcorePoints: user.pointsSoftcore,
    TotalTruePoints: user.pointsTrue,
    Permissions: user.admin ? PERMISSIONS.moderator : PERMISSIONS.registered,
    Untracked: flag(user.untracked),
    ID: user.id,
    UserWallActive: flag(false),
    Motto: user.motto,
  };
}

/** The picture of a user: `/UserPic/Scott.png`. */
export function userPic(username: string): string {
  return `/UserPic/${username}.png`;
}
