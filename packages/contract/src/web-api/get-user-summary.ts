import { type Static, Type } from 'typebox';
import { badgeName } from '../connect/pictures.ts';
import { PlainDate, plainDate } from '../dates.ts';
import { defineEndpoint } from '../endpoint.ts';
import { GAME_PROGRESS_FIELDS, type GameProgress, presentGameProgress } from '../game-progress.ts';
import { LAST_GAME_FIELDS, type LastGame, presentLastGame } from '../last-game.ts';
import { upTo, user } from '../params.ts';
import { PLAYED_GAME_FIELDS, type PlayedGame, presentPlayedGame } from '../played-game.ts';
import { Amount, dictionary, flag, Id, nullable, onRequest, Path, Ulid } from '../schemas.ts';
import { presentUserFacts, USER_FIELDS, type UserFacts, userPic } from '../user-facts.ts';

/** A user, what they played and unlocked lately, and where they stand. Times are whole seconds since 1970. */
export interface UserSummary extends UserFacts {
  /** What they played last; null for who has played nothing. */
  readonly lastGame: LastGame | null;
  /** The games that were asked for, the one played last first. */
  readonly recentlyPlayed: readonly (PlayedGame & GameProgress)[];
  /** What was unlocked in them, at most as many as were asked for: the newest. */
  readonly recentAchievements: readonly RecentAchievement[];
  /** The place among the ranked players; null for who is not among them. */
  readonly rank: number | null;
  /** How many ranked players there are. */
  readonly totalRanked: number;
}

interface RecentAchievement {
  readonly achievementId: number;
  readonly gameId: number;
  readonly gameTitle: string;
  readonly title: string;
  readonly description: string;
  readonly points: number;
  readonly kind: 'progression' | 'win_condition' | 'missable' | null;
  /** The name of a picture, `108302`; empty for an achievement without one. */
  readonly badge: string;
  readonly awardedAt: number;
  readonly hardcore: boolean;
}

const Nothing = Type.Null();

const RecentAchievementFields = Type.Object({
  ID: Id,
  GameID: Id,
  GameTitle: Type.String(),
  Title: Type.String(),
  Description: Type.String(),
  Points: Amount,
  Type: nullable(Type.Enum(['progression', 'win_condition', 'missable'])),
  BadgeName: Type.String(),
  IsAwarded: Type.Enum(['0', '1'], { description: 'Always "1".' }),
  DateAwarded: PlainDate,
  HardcoreAchieved: Type.Enum([0, 1], { description: '1 if unlocked in hardcore, else 0.' }),
});

export const getUserSummary = defineEndpoint({
  name: 'GetUserSummary',
  summary: 'User Summary',
  description:
    'A user, their rank, the games they played last and their newest achievements in these. ' +
    'Without recent games there are no recent achievements.',
  tag: 'User',
  documentation: 'https://api-docs.retroachievements.org/v1/get-user-summary.html',
  params: {
    u: user('The target username or ULID.'),
    g: upTo({ default: 0, max: 100 }, 'recent games'),
    a: upTo({ default: 10, max: 1_000 }, 'recent achievements'),
  },
  arguments: { u: 'username', g: 'recentGamesCount', a: 'recentAchievementsCount' },
  errors: ['not_found'],
  sentAsText: [
    'GameID',
    'ConsoleID',
    'ID',
    'LastGameID',
    'TotalPoints',
    'TotalSoftcorePoints',
    'TotalTruePoints',
    'Permissions',
    'Points',
  ],
  response: Type.Object({
    User: Type.String(),
    ULID: Ulid,
    MemberSince: PlainDate,
    LastActivity: Type.Object({
      ID: Type.Integer({ description: 'Always 0, as everything below is null but the user.' }),
      timestamp: Nothing,
      lastupdate: Nothing,
      activitytype: Nothing,
      User: Type.String(),
      data: Nothing,
      data2: Nothing,
    }),
    RichPresenceMsg: nullable(Type.String({ description: 'What they were doing in the game played last.' })),
    RichPresenceMsgDate: nullable(PlainDate),
    LastGameID: Type.Integer({ minimum: 0, description: '0 for who has played nothing.' }),
    ...USER_FIELDS,
    Rank: nullable(Type.Integer({ minimum: 1, description: 'By hardcore points.' })),
    RecentlyPlayedCount: Amount,
    RecentlyPlayed: Type.Array(Type.Object(PLAYED_GAME_FIELDS)),
    Awarded: dictionary(Type.Object(GAME_PROGRESS_FIELDS), { description: 'Progress by game ID.' }),
    RecentAchievements: dictionary(
      dictionary(RecentAchievementFields, { description: 'By achievement ID.' }),
      { description: 'By game ID.' },
    ),
    LastGame: onRequest(Type.Object(LAST_GAME_FIELDS, { description: 'There with recent games only.' })),
    UserPic: Path,
    TotalRanked: Amount,
    Status: Type.String({ description: 'Always "Offline", as on the public service.' }),
  }),
  example: {
    query: { u: 'xelnia', g: '1', a: '2' },
    response: {
      User: 'xelnia',
      ULID: '00003EMFWR7XB8SDPEHB3K56ZQ',
      MemberSince: '2021-12-20 03:13:20',
      LastActivity: {
        ID: 0,
        timestamp: null,
        lastupdate: null,
        activitytype: null,
        User: 'xelnia',
        data: null,
        data2: null,
      },
      RichPresenceMsg: 'L=08-1 | 1 lives | 189300 points',
      RichPresenceMsgDate: '2025-11-19 12:05:04',
      LastGameID: 15758,
      ContribCount: 0,
      ContribYield: 0,
      TotalPoints: 8317,
      TotalSoftcorePoints: 0,
      TotalTruePoints: 26760,
      Permissions: 1,
      Untracked: 0,
      ID: 224958,
      UserWallActive: 1,
      Motto: '',
      Rank: 4616,
      RecentlyPlayedCount: 1,
      RecentlyPlayed: [
        {
          GameID: 15758,
          ConsoleID: 27,
          ConsoleName: 'Arcade',
          Title: 'Crazy Kong',
          ImageIcon: '/Images/068578.png',
          ImageTitle: '/Images/068579.png',
          ImageIngame: '/Images/068580.png',
          ImageBoxArt: '/Images/068205.png',
          LastPlayed: '2023-03-09 08:20:34',
          AchievementsTotal: 43,
        },
      ],
      Awarded: {
        15758: {
          NumPossibleAchievements: 43,
          PossibleScore: 615,
          NumAchieved: 41,
          ScoreAchieved: 490,
          NumAchievedHardcore: 41,
          ScoreAchievedHardcore: 490,
        },
      },
      RecentAchievements: {
        15758: {
          293505: {
            ID: 293505,
            GameID: 15758,
            GameTitle: 'Crazy Kong',
            Title: 'Prodigy of the Arcade',
            Description: 'Score 200,000 points',
            Points: 25,
            Type: null,
            BadgeName: '325551',
            IsAwarded: '1',
            DateAwarded: '2023-03-09 08:20:34',
            HardcoreAchieved: 1,
          },
          293526: {
            ID: 293526,
            GameID: 15758,
            GameTitle: 'Crazy Kong',
            Title: 'Super Smasher III',
            Description: 'Get 6 smashes with a single bottom hammer on any barrel board',
            Points: 10,
            Type: null,
            BadgeName: '325572',
            IsAwarded: '1',
            DateAwarded: '2023-03-09 08:19:37',
            HardcoreAchieved: 1,
          },
        },
      },
      LastGame: {
        ID: 15758,
        Title: 'Crazy Kong',
        ConsoleID: 27,
        ConsoleName: 'Arcade',
        ForumTopicID: 20415,
        Flags: 0,
        ImageIcon: '/Images/068578.png',
        ImageTitle: '/Images/068579.png',
        ImageIngame: '/Images/068580.png',
        ImageBoxArt: '/Images/068205.png',
        Publisher: 'Falcon',
        Developer: 'Falcon',
        Genre: '2D Platforming, Arcade',
        Released: '1981-01-01',
        ReleasedAtGranularity: 'year',
        IsFinal: 0,
      },
      UserPic: '/UserPic/xelnia.png',
      TotalRanked: 45654,
      Status: 'Offline',
    },
  },
  present: ({ lastGame, recentlyPlayed, recentAchievements, ...summary }: UserSummary) => ({
    User: summary.username,
    ULID: summary.ulid,
    MemberSince: plainDate(summary.joinedAt),
    LastActivity: {
      ID: 0,
      timestamp: null,
      lastupdate: null,
      activitytype: null,
      User: summary.username,
      data: null,
      data2: null,
    },
    RichPresenceMsg: lastGame === null ? null : lastGame.message,
    RichPresenceMsgDate: lastGame === null ? null : plainDate(lastGame.messageAt),
    LastGameID: lastGame === null ? 0 : lastGame.gameId,
    ...presentUserFacts(summary),
    Rank: summary.rank,
    RecentlyPlayedCount: recentlyPlayed.length,
    RecentlyPlayed: recentlyPlayed.map(presentPlayedGame),
    Awarded: Object.fromEntries(recentlyPlayed.map((game) => [game.gameId, presentGameProgress(game)])),
    RecentAchievements: byGame(recentAchievements),
    LastGame: lastGame === null || recentlyPlayed.length === 0 ? undefined : presentLastGame(lastGame),
    UserPic: userPic(summary.username),
    TotalRanked: summary.totalRanked,
    Status: 'Offline',
  }),
});

function byGame(unlocks: UserSummary['recentAchievements']) {
  const games: Record<string, Record<string, Static<typeof RecentAchievementFields>>> = {};
  for (const unlock of unlocks) {
    const game = games[unlock.gameId] ?? {};
    game[unlock.achievementId] = presentRecent(unlock);
    games[unlock.gameId] = game;
  }
  return games;
}

function presentRecent(unlock: RecentAchievement): Static<typeof RecentAchievementFields> {
  return {
    ID: unlock.achievementId,
    GameID: unlock.gameId,
    GameTitle: unlock.gameTitle,
    Title: unlock.title,
    Description: unlock.description,
    Points: unlock.points,
    Type: unlock.kind,
    BadgeName: badgeName({ id: unlock.achievementId, badge: unlock.badge }),
    IsAwarded: '1',
    DateAwarded: plainDate(unlock.awardedAt),
    HardcoreAchieved: flag(unlock.hardcore),
  };
}
