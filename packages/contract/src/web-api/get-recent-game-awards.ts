import { Type } from 'typebox';
import { AWARD_KINDS, type AwardKind, AwardKindName } from '../award-kinds.ts';
import { OffsetDate, offsetDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { choices, count, date, offset } from '../params.ts';
import { Id, Ulid } from '../schemas.ts';

/** A page of the newest awards of all players. Times are whole seconds since 1970. */
export interface RecentGameAwards {
  /** How many awards there are on all pages. */
  readonly total: number;
  readonly awards: readonly {
    readonly username: string;
    readonly ulid: string;
    readonly kind: AwardKind;
    readonly at: number;
    readonly gameId: number;
    readonly title: string;
    readonly systemId: number;
    readonly systemName: string;
  }[];
}

const Award = Type.Object({
  User: Type.String(),
  ULID: Ulid,
  AwardKind: AwardKindName,
  AwardDate: OffsetDate,
  GameID: Id,
  GameTitle: Type.String(),
  ConsoleID: Id,
  ConsoleName: Type.String(),
});

export const getRecentGameAwards = defineEndpoint({
  name: 'GetRecentGameAwards',
  summary: 'All Recent Game Awards',
  description: 'The awards of all users, the newest first.',
  tag: 'Feed',
  documentation: 'https://api-docs.retroachievements.org/v1/get-recent-game-awards.html',
  params: {
    d: date('Starting date (YYYY-MM-DD), the day of the newest award to return (default: now).'),
    o: offset(),
    c: count({ default: 25, max: 100, above: 'cut' }),
    k: choices(
      AWARD_KINDS,
      'A comma-separated list of desired game award kinds. Possible values are "beaten-softcore", "beaten-hardcore", "completed", and "mastered" (default: all game award kinds).',
    ),
  },
  arguments: { d: 'startDate', o: 'offset', c: 'count', k: 'desiredAwardKinds' },
  response: Type.Object({
    Count: Type.Integer({ minimum: 0, description: 'How many awards are in this response.' }),
    Total: Type.Integer({ minimum: 0, description: 'How many awards there are.' }),
    Results: Type.Array(Award),
  }),
  example: {
    query: {},
    response: {
      Count: 25,
      Total: 172318,
      Results: [
        {
          User: 'renanbrj',
          ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
          AwardKind: 'mastered',
          AwardDate: '2022-01-01T23:48:04+00:00',
          GameID: 14284,
          GameTitle: 'Batman Returns',
          ConsoleID: 15,
          ConsoleName: 'Game Gear',
        },
      ],
    },
  },
  present: ({ total, awards }: RecentGameAwards) => ({
    Count: awards.length,
    Total: total,
    Results: awards.map((award) => ({
      User: award.username,
      ULID: award.ulid,
      AwardKind: award.kind,
      AwardDate: offsetDate(award.at),
      GameID: award.gameId,
      GameTitle: award.title,
      ConsoleID: award.systemId,
      ConsoleName: award.systemName,
    })),
  }),
});
