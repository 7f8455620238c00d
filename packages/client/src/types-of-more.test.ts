import { expectTypeOf, it } from 'vitest';
import * as client from './index.ts';

/** What exists: answers about what does not are `{}`. */
type Existing<Answer> = Exclude<Answer, Record<string, never>>;
type AwardKind = 'beaten-softcore' | 'beaten-hardcore' | 'completed' | 'mastered';
/** One object of two: the compiler does not take an intersection for one. */
type Flat<Both> = { [Name in keyof Both]: Both[Name] };
type OfUser = { readonly username: string };
type OfGame = { readonly gameId: number | string };

/** The compiler is the test: `npm run check`. */
it('functions about games', () => {
  expectTypeOf(client.getGame).parameter(1).toEqualTypeOf<OfGame>();
  expectTypeOf<Existing<client.Game>>().toHaveProperty('title').toBeString();
  expectTypeOf<Existing<client.Game>>().toHaveProperty('forumTopicId').toEqualTypeOf<number | null>();

  expectTypeOf(client.getGameHashes).parameter(1).toEqualTypeOf<OfGame>();
  expectTypeOf(client.getGameHashes).returns.resolves.toEqualTypeOf<{
    results: { md5: string; name: string; labels: string[]; patchUrl: string | null }[];
  }>();

  expectTypeOf(client.getGameExtended)
    .parameter(1)
    .toEqualTypeOf<Flat<OfGame & { readonly isRequestingUnofficialAchievements?: boolean | undefined }>>();
  expectTypeOf<Existing<client.GameExtended>>().toHaveProperty('numDistinctPlayers').toBeNumber();
  expectTypeOf<client.GameExtendedAchievementEntity>().toHaveProperty('numAwardedHardcore').toBeNumber();
  expectTypeOf<client.GameExtendedAchievementEntity>().toHaveProperty('badgeName').toBeString();

  expectTypeOf(client.getGameRankAndScore)
    .parameter(1)
    .toEqualTypeOf<Flat<OfGame & { readonly type?: 'high-scores' | 'latest-masters' | undefined }>>();
  expectTypeOf(client.getGameRankAndScore).returns.resolves.toEqualTypeOf<
    { user: string; ulid: string; numAchievements: number; totalScore: number; lastAward: string }[]
  >();

  expectTypeOf(client.getGameInfoAndUserProgress)
    .parameter(1)
    .toEqualTypeOf<
      Flat<OfGame & OfUser & { readonly shouldIncludeHighestAwardMetadata?: boolean | undefined }>
    >();
  expectTypeOf<Existing<client.GameInfoAndUserProgress>>().toHaveProperty('numAwardedToUser').toBeNumber();
});

it('functions about the server', () => {
  expectTypeOf(client.getConsoleIds).returns.resolves.toEqualTypeOf<
    { id: number; name: string; iconUrl: string; active: boolean; isGameSystem: boolean }[]
  >();
  expectTypeOf(client.getGameList).parameter(1).toHaveProperty('consoleId').toEqualTypeOf<number | string>();
  expectTypeOf(client.getGameList)
    .returns.resolves.items.toHaveProperty('hashes')
    .toEqualTypeOf<string[] | undefined>();
  expectTypeOf(client.getTopTenUsers).returns.resolves.toEqualTypeOf<
    { username: string; totalPoints: number; totalRatioPoints: number; ulid: string }[]
  >();
  expectTypeOf(client.getRecentGameAwards).parameter(1).toEqualTypeOf<
    | {
        readonly startDate?: string | undefined;
        readonly offset?: number | undefined;
        readonly count?: number | undefined;
        readonly desiredAwardKinds?: readonly AwardKind[] | undefined;
      }
    | undefined
  >();
  expectTypeOf<client.RecentGameAwards['results'][number]['awardKind']>().toEqualTypeOf<AwardKind>();
});

it('functions about users', () => {
  expectTypeOf(client.getUserPoints).parameter(1).toEqualTypeOf<OfUser>();
  expectTypeOf(client.getUserPoints).returns.resolves.toHaveProperty('points').toBeNumber();
  expectTypeOf(client.getUserProfile).parameter(1).toEqualTypeOf<OfUser>();
  expectTypeOf(client.getUserProfile).returns.resolves.toHaveProperty('totalTruePoints').toBeNumber();
  expectTypeOf(client.getUserProfile).returns.resolves.toHaveProperty('untracked').toBeBoolean();
  expectTypeOf(client.getUserSummary).parameter(1).toEqualTypeOf<
    Flat<
      OfUser & {
        readonly recentGamesCount?: number | undefined;
        readonly recentAchievementsCount?: number | undefined;
      }
    >
  >();
  expectTypeOf(client.getUserSummary).returns.resolves.toHaveProperty('rank').toEqualTypeOf<number | null>();
  expectTypeOf(client.getUserAwards).parameter(1).toEqualTypeOf<OfUser>();
  expectTypeOf(client.getUserAwards).returns.resolves.toHaveProperty('masteryAwardsCount').toBeNumber();
  expectTypeOf(client.getUserCompletedGames).parameter(1).toEqualTypeOf<OfUser>();
  expectTypeOf(client.getUserCompletedGames).returns.resolves.items.toHaveProperty('pctWon').toBeNumber();
  expectTypeOf(client.getUserRecentAchievements)
    .returns.resolves.items.toHaveProperty('hardcoreMode')
    .toBeBoolean();
  expectTypeOf(client.getUserRecentlyPlayedGames)
    .returns.resolves.items.toHaveProperty('gameId')
    .toBeNumber();
});

it("functions of Laurel's own", () => {
  expectTypeOf(client.search)
    .parameter(1)
    .toEqualTypeOf<{ readonly query: string; readonly count?: number | undefined }>();
  expectTypeOf(client.search).returns.resolves.toEqualTypeOf<{
    games: {
      id: number;
      title: string;
      consoleId: number;
      consoleName: string;
      imageIcon: string;
      numAchievements: number;
      numDistinctPlayers: number;
    }[];
    players: {
      user: string;
      ulid: string;
      userPic: string;
      totalPoints: number;
      totalSoftcorePoints: number;
    }[];
  }>();
  expectTypeOf(client.getRecentUnlocks)
    .parameter(1)
    .toEqualTypeOf<{ readonly count?: number | undefined } | undefined>();
  expectTypeOf(client.getRecentUnlocks).returns.resolves.items.toHaveProperty('hardcoreMode').toBeBoolean();
  expectTypeOf<client.RecentUnlocks[number]>().toHaveProperty('userPic').toBeString();
  expectTypeOf<client.RecentUnlocks[number]>()
    .toHaveProperty('type')
    .toEqualTypeOf<'progression' | 'win_condition' | 'missable' | null>();
  expectTypeOf(client.getUserActivity)
    .parameter(1)
    .toEqualTypeOf<Flat<OfUser & { readonly count?: number | undefined }>>();
  expectTypeOf(client.getUserActivity).returns.resolves.toEqualTypeOf<
    { date: string; numAchieved: number; numAchievedHardcore: number }[]
  >();
  expectTypeOf(client.getMostPlayedGames)
    .parameter(1)
    .toEqualTypeOf<{ readonly count?: number | undefined } | undefined>();
  expectTypeOf(client.getMostPlayedGames)
    .returns.resolves.items.toHaveProperty('numDistinctPlayers')
    .toBeNumber();
});
