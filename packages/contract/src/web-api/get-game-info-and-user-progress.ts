import { type Static, Type } from 'typebox';
import { type AwardKind, AwardKindName } from '../award-kinds.ts';
import { OffsetDate, offsetDate, PlainDate, plainDate } from '../dates.ts';
import { defineEndpoint, type Sent } from '../endpoint.ts';
import { GAME_FACT_FIELDS, presentGameFacts } from '../game-facts.ts';
import { choice, id, user } from '../params.ts';
import { granularityOf, ReleasedAtGranularity } from '../released.ts';
import { Amount, dictionary, Id, Md5, nullable, onRequest, orEmpty } from '../schemas.ts';
import {
  Achievement,
  type ExtendedAchievement,
  type GameExtended,
  presentAchievements,
} from './get-game-extended.ts';

/** What a game is, and how far a user is in it; undefined where there is no such game, or no such user. */
export type GameInfoAndUserProgress =
  | (Omit<NonNullable<GameExtended>, 'achievements' | 'modifiedAt'> & {
      readonly achieved: number;
      readonly achievedHardcore: number;
      /** Where it was asked for: the highest award that they hold, null for none. */
      readonly highestAward?: { readonly kind: AwardKind; readonly at: number } | null;
      readonly achievements: readonly (ExtendedAchievement & {
        /** When the user unlocked it in any mode, and in hardcore; null where they have not. */
        readonly unlock: { readonly softcoreAt: number; readonly hardcoreAt: number | null } | null;
      })[];
    })
  | undefined;

const Percentage = Type.String({ pattern: '^\\d+\\.\\d\\d%$' });

const EarnedAchievement = Type.Object({
  ...Achievement.properties,
  DateEarnedHardcore: onRequest(PlainDate),
  DateEarned: onRequest(PlainDate),
});

const Game = Type.Object({
  ID: Id,
  Title: Type.String(),
  ConsoleID: Id,
  ForumTopicID: nullable(Id),
  Flags: nullable(Amount),
  ...GAME_FACT_FIELDS,
  Released: nullable(
    Type.String({
      pattern: '^\\d{4}-\\d\\d-\\d\\d(?: 00:00:00)?$',
      description: 'The first release, as in `1992-06-02`.',
    }),
  ),
  ReleasedAtGranularity,
  IsFinal: Type.Boolean({ description: 'Always false.' }),
  RichPresencePatch: Md5,
  GuideURL: nullable(Type.String()),
  ConsoleName: Type.String(),
  ParentGameID: nullable(Id),
  NumDistinctPlayers: Type.Integer({ minimum: 0, description: 'Players with an unlock in this game.' }),
  NumAchievements: Amount,
  Achievements: dictionary(EarnedAchievement, { description: 'By achievement ID.' }),
  NumAwardedToUser: Amount,
  NumAwardedToUserHardcore: Amount,
  NumDistinctPlayersCasual: Type.Integer({ minimum: 0, description: 'The same as NumDistinctPlayers.' }),
  NumDistinctPlayersHardcore: Type.Integer({ minimum: 0, description: 'The same as NumDistinctPlayers.' }),
  UserCompletion: Percentage,
  UserCompletionHardcore: Percentage,
  UserTotalPlaytime: Type.Integer({ minimum: 0, description: 'Always 0: it is not measured.' }),
  HighestAwardKind: onRequest(nullable(AwardKindName)),
  HighestAwardDate: onRequest(nullable(OffsetDate)),
});

export const getGameInfoAndUserProgress = defineEndpoint({
  name: 'GetGameInfoAndUserProgress',
  summary: 'User Game Progress',
  description:
    'What a game is, its achievements, and what a user has of them. Empty where there is no such game, or no such user.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-game-info-and-user-progress.html',
  params: {
    u: user('The target username or ULID.'),
    g: id('The target game ID.'),
    a: choice([0, 1], 0, '1 if user award metadata should be included. Defaults to 0.'),
  },
  arguments: { u: 'username', g: 'gameId', a: 'shouldIncludeHighestAwardMetadata' },
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
    query: { g: '1', u: 'MaxMilyin', a: '1' },
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
      Released: '1992-06-02 00:00:00',
      ReleasedAtGranularity: 'day',
      IsFinal: false,
      RichPresencePatch: 'cce60593880d25c97797446ed33eaffb',
      GuideURL: null,
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
          DateEarnedHardcore: '2016-03-12 17:47:29',
          DateEarned: '2016-03-12 17:47:29',
        },
      },
      NumAwardedToUser: 23,
      NumAwardedToUserHardcore: 23,
      NumDistinctPlayersCasual: 27080,
      NumDistinctPlayersHardcore: 27080,
      UserCompletion: '100.00%',
      UserCompletionHardcore: '100.00%',
      UserTotalPlaytime: 60,
      HighestAwardKind: 'mastered',
      HighestAwardDate: '2024-04-23T21:28:49+00:00',
    },
  },
  present: (game: GameInfoAndUserProgress) =>
    game === undefined
      ? {}
      : {
          ID: game.id,
          Title: game.title,
          ConsoleID: game.systemId,
          ForumTopicID: null,
          Flags: null,
          ...presentGameFacts(game),
          Released: game.released === null ? null : `${game.released} 00:00:00`,
          ReleasedAtGranularity: granularityOf(game.released),
          IsFinal: false,
          RichPresencePatch: game.richPresenceMd5,
          GuideURL: null,
          ConsoleName: game.systemName,
          ParentGameID: null,
          NumDistinctPlayers: game.players,
          NumAchievements: game.achievements.length,
          Achievements: presentEarned(game.achievements),
          NumAwardedToUser: game.achieved,
          NumAwardedToUserHardcore: game.achievedHardcore,
          NumDistinctPlayersCasual: game.players,
          NumDistinctPlayersHardcore: game.players,
          UserCompletion: percentage(game.achieved, game.achievements.length),
          UserCompletionHardcore: percentage(game.achievedHardcore, game.achievements.length),
          UserTotalPlaytime: 0,
          HighestAwardKind: game.highestAward === null ? null : game.highestAward?.kind,
          HighestAwardDate: game.highestAward && offsetDate(game.highestAward.at),
        },
});

type Progress = NonNullable<GameInfoAndUserProgress>;

function presentEarned(achievements: Progress['achievements']) {
  const presented = presentAchievements(achievements);
  const earned: Record<string, Sent<Static<typeof EarnedAchievement>>> = {};
  for (const { id, unlock } of achievements) {
    const achievement = presented[id];
    if (achievement === undefined) continue;
    earned[id] = {
      ...achievement,
      DateEarnedHardcore: unlock?.hardcoreAt == null ? undefined : plainDate(unlock.hardcoreAt),
      DateEarned: unlock === null ? undefined : plainDate(unlock.softcoreAt),
    };
  }
  return earned;
}

function percentage(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(2)}%`;
}
