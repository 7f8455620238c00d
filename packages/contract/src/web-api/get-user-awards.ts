import { Type } from 'typebox';
import type { AwardKind } from '../award-kinds.ts';
import { OffsetDate, offsetDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { user } from '../params.ts';
import { Amount, Id, nullable } from '../schemas.ts';

/** The awards of a user, in the order in which they are shown. Times are whole seconds since 1970. */
export type UserAwards = readonly {
  readonly kind: AwardKind;
  readonly at: number;
  readonly gameId: number;
  readonly title: string;
  /** The path of a picture: `/Images/024519.png`. */
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
}[];

/** What an award is called on the wire: its type, and 1 for hardcore or 0 for softcore. */
const WIRE = {
  'beaten-softcore': { AwardType: 'Game Beaten', AwardDataExtra: 0 },
  'beaten-hardcore': { AwardType: 'Game Beaten', AwardDataExtra: 1 },
  completed: { AwardType: 'Mastery/Completion', AwardDataExtra: 0 },
  mastered: { AwardType: 'Mastery/Completion', AwardDataExtra: 1 },
} as const satisfies Record<AwardKind, object>;

const Award = Type.Object({
  AwardedAt: OffsetDate,
  AwardType: Type.Enum([
    'Mastery/Completion',
    'Achievement Unlocks Yield',
    'Achievement Points Yield',
    'Patreon Supporter',
    'Certified Legend',
    'Game Beaten',
  ]),
  AwardData: Type.Integer({ description: 'The ID of the game.' }),
  AwardDataExtra: Type.Integer({ description: '1 for hardcore mode, 0 for softcore mode.' }),
  DisplayOrder: Type.Integer({ description: 'Always 0: awards are shown in the order of their dates.' }),
  Title: Type.String(),
  ConsoleID: Id,
  ConsoleName: Type.String(),
  Flags: nullable(Type.Integer({ description: 'Always 0.' })),
  ImageIcon: Type.String({ description: 'The path of the icon on this server.' }),
});

export const getUserAwards = defineEndpoint({
  name: 'GetUserAwards',
  summary: 'User Awards / Badges',
  description:
    'The awards of a user, the oldest first: for each game that for beating it and that for all of its achievements, in hardcore where they have it in hardcore.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-awards.html',
  params: { u: user('The target username or ULID.') },
  arguments: { u: 'username' },
  response: Type.Object({
    TotalAwardsCount: Amount,
    HiddenAwardsCount: Type.Integer({ minimum: 0, description: 'Always 0: no award is hidden.' }),
    MasteryAwardsCount: Amount,
    CompletionAwardsCount: Amount,
    BeatenHardcoreAwardsCount: Amount,
    BeatenSoftcoreAwardsCount: Amount,
    EventAwardsCount: Type.Integer({ minimum: 0, description: 'Always 0: there are no events.' }),
    SiteAwardsCount: Type.Integer({ minimum: 0, description: 'Always 0: there are awards for games only.' }),
    VisibleUserAwards: Type.Array(Award),
  }),
  example: {
    query: { u: 'MaxMilyin' },
    response: {
      TotalAwardsCount: 1613,
      HiddenAwardsCount: 0,
      MasteryAwardsCount: 805,
      CompletionAwardsCount: 0,
      BeatenHardcoreAwardsCount: 807,
      BeatenSoftcoreAwardsCount: 0,
      EventAwardsCount: 2,
      SiteAwardsCount: 0,
      VisibleUserAwards: [
        {
          AwardedAt: '2016-01-02T05:53:52+00:00',
          AwardType: 'Game Beaten',
          AwardData: 1448,
          AwardDataExtra: 1,
          DisplayOrder: 0,
          Title: 'Mega Man',
          ConsoleID: 7,
          ConsoleName: 'NES',
          Flags: 0,
          ImageIcon: '/Images/024519.png',
        },
      ],
    },
  },
  present(awards: UserAwards) {
    const count = (kind: AwardKind) => awards.filter((award) => award.kind === kind).length;
    return {
      TotalAwardsCount: awards.length,
      HiddenAwardsCount: 0,
      MasteryAwardsCount: count('mastered'),
      CompletionAwardsCount: count('completed'),
      BeatenHardcoreAwardsCount: count('beaten-hardcore'),
      BeatenSoftcoreAwardsCount: count('beaten-softcore'),
      EventAwardsCount: 0,
      SiteAwardsCount: 0,
      VisibleUserAwards: awards.map((award) => ({
        AwardedAt: offsetDate(award.at),
        AwardType: WIRE[award.kind].AwardType,
        AwardData: award.gameId,
        AwardDataExtra: WIRE[award.kind].AwardDataExtra,
        DisplayOrder: 0,
        Title: award.title,
        ConsoleID: award.systemId,
        ConsoleName: award.systemName,
        Flags: 0,
        ImageIcon: award.icon,
      })),
    };
  },
});
