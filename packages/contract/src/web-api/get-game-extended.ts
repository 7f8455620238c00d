import { type Static, Type } from 'typebox';
import { badgeName } from '../connect/pictures.ts';
import { PlainDate, plainDate, ZuluDate, zuluDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { GAME_FACT_FIELDS, type GameFacts, presentGameFacts } from '../game-facts.ts';
import { choice, id } from '../params.ts';
import { granularityOf, ReleasedAtGranularity } from '../released.ts';
import { Amount, dictionary, Id, later, Md5, nullable, orEmpty, Ulid } from '../schemas.ts';

/** What a game is, and the achievements of one of its sets; undefined where there is none. */
export type GameExtended =
  | (GameFacts & {
      readonly id: number;
      /** The MD5 of its rich presence script. */
      readonly richPresenceMd5: string;
      /** When one of its achievements was changed last, in seconds since 1970; null where it has none. */
      readonly modifiedAt: number | null;
      readonly players: number;
      readonly achievements: readonly ExtendedAchievement[];
    })
  | undefined;

/** Times are whole seconds since 1970. */
export interface ExtendedAchievement {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly points: number;
  readonly trueRatio: number;
  readonly kind: 'progression' | 'win_condition' | 'missable' | null;
  readonly author: string;
  /** Null where the author is not a user. */
  readonly authorUlid: string | null;
  /** The name of its picture under `/Badge`; "" where it has none of its own. */
  readonly badge: string;
  /** Its place in the set. */
  readonly order: number;
  /** The MD5 of its trigger. */
  readonly triggerMd5: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly unlocks: number;
  readonly unlocksHardcore: number;
}

export const Achievement = Type.Object({
  ID: Id,
  NumAwarded: Type.Integer({ minimum: 0, description: 'Players who have it.' }),
  NumAwardedHardcore: Type.Integer({ minimum: 0, description: 'Players who have it in hardcore.' }),
  Title: Type.String(),
  Description: Type.String(),
  Points: Amount,
  TrueRatio: Type.Integer({
    minimum: 0,
    description: 'RetroPoints: the points, worth more the rarer it is.',
  }),
  Author: Type.String(),
  AuthorULID: nullable(Ulid),
  DateModified: PlainDate,
  DateCreated: PlainDate,
  BadgeName: Type.String({ description: 'The name of its picture, `/Badge/<name>.png`.' }),
  DisplayOrder: Type.Integer({ description: 'Its place in the set.' }),
  MemAddr: Md5,
  type: nullable(Type.Enum(['progression', 'win_condition', 'missable'])),
});

const Claim = Type.Object({
  User: Type.String(),
  ULID: later(Ulid),
  SetType: Type.Integer({ minimum: 0 }),
  ClaimType: Type.Integer({ minimum: 0 }),
  Created: PlainDate,
  Expiration: PlainDate,
});

const Game = Type.Object({
  ID: Id,
  Title: Type.String(),
  ConsoleID: Id,
  ForumTopicID: nullable(Id),
  Flags: nullable(Amount),
  ...GAME_FACT_FIELDS,
  Released: nullable(
    Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: 'The first release, as in `1992-06-02`.' }),
  ),
  ReleasedAtGranularity,
  IsFinal: Type.Boolean({ description: 'Always false.' }),
  RichPresencePatch: Md5,
  GuideURL: nullable(Type.String()),
  Updated: nullable(ZuluDate),
  ConsoleName: Type.String(),
  ParentGameID: nullable(Id),
  NumDistinctPlayers: Type.Integer({ minimum: 0, description: 'Players with an unlock in this game.' }),
  NumAchievements: Type.Integer({ minimum: 0, description: 'How many achievements are in this response.' }),
  Achievements: dictionary(Achievement, { description: 'By achievement ID.' }),
  Claims: Type.Array(Claim),
  NumDistinctPlayersCasual: Type.Integer({ minimum: 0, description: 'The same as NumDistinctPlayers.' }),
  NumDistinctPlayersHardcore: Type.Integer({ minimum: 0, description: 'The same as NumDistinctPlayers.' }),
});

export const getGameExtended = defineEndpoint({
  name: 'GetGameExtended',
  summary: 'Game Extended Details',
  description: 'What a game is, and its achievements. Empty where there is no such game.',
  tag: 'Game',
  documentation: 'https://api-docs.retroachievements.org/v1/get-game-extended.html',
  params: {
    i: id('The target game ID.'),
    f: choice([3, 5], 3, '5 for unofficial or demoted achievements, 3 for the others. Defaults to 3.'),
  },
  arguments: {
    i: 'gameId',
    f: { name: 'isRequestingUnofficialAchievements', values: { false: 3, true: 5 } },
  },
  sentAsText: [
    'ID',
    'NumAwarded',
    'NumAwardedHardcore',
    'Points',
    'TrueRatio',
    'DisplayOrder',
    'NumDistinctPlayersCasual',
    'NumDistinctPlayersHardcore',
  ],
  response: orEmpty(Game),
  example: {
    query: { i: '1' },
    response: {
      ID: 1,
      Title: 'Sonic the Hedgehog',
      ConsoleID: 1,
      ForumTopicID: 112,
      Flags: null,
      ImageIcon: '/Images/067895.png',
      ImageTitle: '/Images/054993.png',
      ImageIngame: '/Images/000010.png',
      ImageBoxArt: '/Images/051872.png',
      Publisher: '',
      Developer: '',
      Genre: '',
      Released: '1992-06-02',
      ReleasedAtGranularity: 'day',
      IsFinal: false,
      RichPresencePatch: 'cce60593880d25c97797446ed33eaffb',
      GuideURL: null,
      Updated: '2023-12-27T13:51:14.000000Z',
      ConsoleName: 'Mega Drive',
      ParentGameID: null,
      NumDistinctPlayers: 27080,
      NumAchievements: 23,
      Achievements: {
        9: {
          ID: 9,
          NumAwarded: 24273,
          NumAwardedHardcore: 10831,
          Title: 'That Was Easy',
          Description: 'Complete the first act in Green Hill Zone',
          Points: 3,
          TrueRatio: 3,
          Author: 'Scott',
          AuthorULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
          DateModified: '2023-08-08 00:36:59',
          DateCreated: '2012-11-02 00:03:12',
          BadgeName: '250336',
          DisplayOrder: 1,
          MemAddr: '22c9d5e2cd7571df18a1a1b43dfe1fea',
          type: 'progression',
        },
      },
      Claims: [],
      NumDistinctPlayersCasual: 27080,
      NumDistinctPlayersHardcore: 27080,
    },
  },
  present: (game: GameExtended) =>
    game === undefined
      ? {}
      : {
          ID: game.id,
          Title: game.title,
          ConsoleID: game.systemId,
          ForumTopicID: null,
          Flags: null,
          ...presentGameFacts(game),
          Released: game.released,
          ReleasedAtGranularity: granularityOf(game.released),
          IsFinal: false,
          RichPresencePatch: game.richPresenceMd5,
          GuideURL: null,
          Updated: game.modifiedAt === null ? null : zuluDate(game.modifiedAt),
          ConsoleName: game.systemName,
          ParentGameID: null,
          NumDistinctPlayers: game.players,
          NumAchievements: game.achievements.length,
          Achievements: presentAchievements(game.achievements),
          Claims: [],
          NumDistinctPlayersCasual: game.players,
          NumDistinctPlayersHardcore: game.players,
        },
});

export function presentAchievements(
  achievements: readonly ExtendedAchievement[],
): Record<string, Static<typeof Achievement>> {
  return Object.fromEntries(
    achievements.map((achievement) => [
      achievement.id,
      {
        ID: achievement.id,
        NumAwarded: achievement.unlocks,
        NumAwardedHardcore: achievement.unlocksHardcore,
        Title: achievement.title,
        Description: achievement.description,
        Points: achievement.points,
        TrueRatio: achievement.trueRatio,
        Author: achievement.author,
        AuthorULID: achievement.authorUlid,
        DateModified: plainDate(achievement.modifiedAt),
        DateCreated: plainDate(achievement.createdAt),
        BadgeName: badgeName(achievement),
        DisplayOrder: achievement.order,
        MemAddr: achievement.triggerMd5,
        type: achievement.kind,
      },
    ]),
  );
}
