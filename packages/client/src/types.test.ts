import { expectTypeOf, it } from 'vitest';
import type { Authorization, Options } from './index.ts';
import * as client from './index.ts';

/** The compiler is the test: `npm run check`. */
it('getAchievementUnlocks', () => {
  expectTypeOf<Parameters<typeof client.getAchievementUnlocks>>().toEqualTypeOf<
    [
      authorization: Authorization,
      payload: {
        readonly achievementId: number | string;
        readonly count?: number | undefined;
        readonly offset?: number | undefined;
      },
      options?: Options | undefined,
    ]
  >();
  expectTypeOf(client.getAchievementUnlocks).returns.resolves.toEqualTypeOf<{
    achievement: {
      id: number;
      title: string;
      description: string;
      points: number;
      trueRatio: number;
      author: string;
      authorUlid?: string | null;
      dateCreated: string;
      dateModified: string;
      type: 'progression' | 'win_condition' | 'missable' | null;
    };
    console: { id: number; title: string };
    game: { id: number; title: string };
    unlocksCount: number;
    unlocksHardcoreCount: number;
    totalPlayers: number;
    unlocks: {
      user: string;
      ulid?: string;
      raPoints: number;
      raSoftcorePoints: number;
      dateAwarded: string;
      hardcoreMode: boolean;
    }[];
  }>();
});

it('getUserProgress', () => {
  expectTypeOf(client.getUserProgress)
    .parameter(1)
    .toEqualTypeOf<{ readonly username: string; readonly gameIds: readonly (number | string)[] }>();
  expectTypeOf(client.getUserProgress).returns.resolves.toEqualTypeOf<
    Record<
      number,
      {
        numPossibleAchievements: number;
        possibleScore: number;
        numAchieved: number;
        scoreAchieved: number;
        numAchievedHardcore: number;
        scoreAchievedHardcore: number;
      }
    >
  >();
});

it('getUserCompletionProgress', () => {
  expectTypeOf(client.getUserCompletionProgress).parameter(1).toEqualTypeOf<{
    readonly username: string;
    readonly count?: number | undefined;
    readonly offset?: number | undefined;
  }>();
  expectTypeOf(client.getUserCompletionProgress).returns.resolves.toEqualTypeOf<{
    count: number;
    total: number;
    results: {
      gameId: number;
      title: string;
      imageIcon: string;
      consoleId: number;
      consoleName: string;
      maxPossible: number;
      numAwarded: number;
      numAwardedHardcore: number;
      mostRecentAwardedDate: string;
      highestAwardKind: 'beaten-softcore' | 'beaten-hardcore' | 'completed' | 'mastered' | null;
      highestAwardDate: string | null;
    }[];
  }>();
});

it('getAchievementDistribution', () => {
  expectTypeOf(client.getAchievementDistribution).parameter(1).toEqualTypeOf<{
    readonly gameId: number | string;
    readonly hardcore?: boolean | undefined;
    readonly flags?: 3 | 5 | undefined;
  }>();
  expectTypeOf(client.getAchievementDistribution).returns.resolves.toEqualTypeOf<Record<number, number>>();
});

it('dictionaries are read by number and by text', () => {
  expectTypeOf<client.UserProgress[1]>().toEqualTypeOf<client.UserProgressEntity>();
  expectTypeOf<client.UserProgress[`${number}`]>().toEqualTypeOf<client.UserProgressEntity>();
  expectTypeOf<client.UserProgress>().toExtend<Record<`${number}`, client.UserProgressEntity>>();
});

it('the iterators', () => {
  expectTypeOf(client.iterateAchievementUnlocks)
    .parameter(1)
    .toEqualTypeOf<{ readonly achievementId: number | string } & client.Paging>();
  expectTypeOf(client.iterateAchievementUnlocks).returns.toEqualTypeOf<
    AsyncGenerator<client.AchievementUnlockEntity, void, undefined>
  >();
  expectTypeOf(client.iterateUserCompletionProgress).returns.toEqualTypeOf<
    AsyncGenerator<client.UserCompletionProgressEntity, void, undefined>
  >();
});

it('an authorization keeps what it was given, and takes options', () => {
  expectTypeOf(client.buildAuthorization({ username: 'a', webApiKey: 'b' })).toExtend<Authorization>();
  expectTypeOf<Parameters<typeof client.buildAuthorization>[0]>().toExtend<Options>();
  expectTypeOf<typeof globalThis.fetch>().toExtend<client.Fetch>();
});

it('the time to wait and the names of fields are where they are promised', () => {
  expectTypeOf<client.RateLimitedError['retryAfterMs']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<client.InvalidParametersError['fields']>().toEqualTypeOf<
    Readonly<Record<string, readonly string[]>>
  >();
});
