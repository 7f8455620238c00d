import { Type } from 'typebox';
import { PlainDate, plainDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { user } from '../params.ts';
import { Id, nullable, Path, Ulid } from '../schemas.ts';
import { presentUserFacts, USER_FIELDS, type UserFacts, userPic } from '../user-facts.ts';

/** A user, and what they are doing. */
export interface UserProfile extends UserFacts {
  /** What they played last, and what was said of it; null for who has played nothing. */
  readonly lastGame: { readonly gameId: number; readonly message: string } | null;
}

export const getUserProfile = defineEndpoint({
  name: 'GetUserProfile',
  summary: 'User Profile',
  description: 'A user in brief: their ID, motto, most recent game, picture and points.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-profile.html',
  params: { u: user('The target username or ULID.') },
  arguments: { u: 'username' },
  errors: ['not_found'],
  sentAsText: ['TotalPoints', 'TotalSoftcorePoints', 'TotalTruePoints', 'Permissions'],
  response: Type.Object({
    User: Type.String(),
    ULID: Ulid,
    UserPic: Path,
    MemberSince: PlainDate,
    RichPresenceMsg: nullable(Type.String({ description: 'What they were doing in the game played last.' })),
    LastGameID: nullable(Id),
    ...USER_FIELDS,
  }),
  example: {
    query: { u: 'MaxMilyin' },
    response: {
      User: 'MaxMilyin',
      ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
      UserPic: '/UserPic/MaxMilyin.png',
      MemberSince: '2016-01-02 00:43:04',
      RichPresenceMsg: 'Playing ~Hack~ 11th Annual Vanilla Level Design Contest, The',
      LastGameID: 19504,
      ContribCount: 0,
      ContribYield: 0,
      TotalPoints: 399597,
      TotalSoftcorePoints: 0,
      TotalTruePoints: 1599212,
      Permissions: 1,
      Untracked: 0,
      ID: 16446,
      UserWallActive: 1,
      Motto: 'Join me on Twitch! GameSquadSquad for live RA',
    },
  },
  present: (profile: UserProfile) => ({
    User: profile.username,
    ULID: profile.ulid,
    UserPic: userPic(profile.username),
    MemberSince: plainDate(profile.joinedAt),
    RichPresenceMsg: profile.lastGame === null ? null : profile.lastGame.message,
    LastGameID: profile.lastGame === null ? null : profile.lastGame.gameId,
    ...presentUserFacts(profile),
  }),
});
