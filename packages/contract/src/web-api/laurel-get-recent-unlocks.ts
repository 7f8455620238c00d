import { Type } from 'typebox';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../params.ts';
import { Path, Ulid } from '../schemas.ts';
import { presentShownUnlock, SHOWN_UNLOCK_FIELDS, type ShownUnlock } from '../shown-unlock.ts';
import { userPic } from '../user-facts.ts';

/** The newest unlocks of all users, the newest first. */
export type RecentUnlocks = readonly (ShownUnlock & { readonly username: string; readonly ulid: string })[];

const Unlock = Type.Object({
  User: Type.String(),
  ULID: Ulid,
  UserPic: Path,
  ...SHOWN_UNLOCK_FIELDS,
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
        Author: 'Scott',
        AuthorULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
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
    unlocks.map((unlock) => ({
      User: unlock.username,
      ULID: unlock.ulid,
      UserPic: userPic(unlock.username),
      ...presentShownUnlock(unlock),
    })),
});
