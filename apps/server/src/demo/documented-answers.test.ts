import { type AchievementRecord, trueRatio } from '@laurel/domain';
import { describe, expect, test } from 'vitest';
import { AWARD_OF_20246, NEWEST_UNLOCK_OF_9 } from './calendar.ts';
import { demoWorld } from './demo-world.ts';

/** The demo world in a form that RULES.md can be read off, one rule at a time. */
class NaiveWorld {
  readonly records = [...demoWorld()];
  readonly achievements = new Map<number, AchievementRecord>();
  readonly untracked = new Set<string>();
  /** By achievement and player: S and H. */
  readonly ledger = new Map<number, Map<string, { s: number; h: number | null }>>();

  constructor() {
    for (const record of this.records) {
      if (record.type === 'achievement') this.achievements.set(record.id, record);
      if (record.type === 'user' && record.untracked === true) this.untracked.add(record.username);
      if (record.type !== 'unlock') continue;
      const entries = this.ledger.get(record.achievementId) ?? new Map();
      const { s = Number.POSITIVE_INFINITY, h = null } = entries.get(record.user) ?? {};
      const hardcore = record.hardcore ? Math.min(record.at, h ?? record.at) : h;
      entries.set(record.user, { s: Math.min(s, record.at), h: hardcore });
      this.ledger.set(record.achievementId, entries);
    }
  }

  promoted(gameId: number): AchievementRecord[] {
    return [...this.achievements.values()].filter(
      (achievement) => achievement.gameId === gameId && achievement.promoted !== false,
    );
  }

  /** The tracked players with the achievement. */
  unlocksOf(achievementId: number): { user: string; s: number; h: number | null }[] {
    return [...(this.ledger.get(achievementId) ?? [])]
      .map(([user, entry]) => ({ user, ...entry }))
      .filter(({ user }) => !this.untracked.has(user));
  }

  /** How many promoted achievements of the game each tracked player has. */
  achieved(gameId: number, hardcoreOnly: boolean): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { id } of this.promoted(gameId)) {
      for (const { user, h } of this.unlocksOf(id)) {
        if (h !== null || !hardcoreOnly) counts.set(user, (counts.get(user) ?? 0) + 1);
      }
    }
    return counts;
  }

  distribution(gameId: number, hardcoreOnly: boolean): number[] {
    const players = [...this.achieved(gameId, hardcoreOnly).values()];
    return this.promoted(gameId).map((_, index) => players.filter((count) => count === index + 1).length);
  }

  find<T extends 'system' | 'game'>(type: T, id: number) {
    return this.records.find((record) => record.type === type && record.id === id);
  }
}

const world = new NaiveWorld();

describe('GetUserProgress of MaxMilyin', () => {
  test.each([
    [1, 23, 251],
    [2, 22, 320],
    [3, 23, 335],
  ])('game %i: %i achievements of %i points, all in hardcore', (gameId, count, points) => {
    const set = world.promoted(gameId);
    const mine = set.filter(({ id }) => typeof world.ledger.get(id)?.get('MaxMilyin')?.h === 'number');
    expect(set).toHaveLength(count);
    expect(mine).toEqual(set);
    expect(set.reduce((sum, achievement) => sum + achievement.points, 0)).toBe(points);
  });
});

describe('GetAchievementDistribution of game 14402', () => {
  test('in hardcore', () => {
    expect(world.distribution(14402, true)).toEqual([
      141, 51, 41, 49, 57, 41, 36, 67, 75, 28, 26, 3, 6, 3, 8,
    ]);
  });

  test('of all unlocks there are more players, some of them only in softcore', () => {
    const all = world.distribution(14402, false).reduce((sum, players) => sum + players);
    expect(all).toBeGreaterThan(632);
    expect(all).toBeLessThan(800);
  });
});

describe('GetAchievementUnlocks of achievement 9', () => {
  const unlocks = world.unlocksOf(9);
  const inHardcore = unlocks.filter(({ h }) => h !== null);

  test('the achievement, its console and its game', () => {
    expect(world.achievements.get(9)).toMatchObject({
      gameId: 1,
      title: 'That Was Easy',
      description: 'Complete the first act in Green Hill Zone',
      points: 4,
      author: 'Scott',
      createdAt: Date.parse('2012-11-02T00:03:12Z') / 1000,
      modifiedAt: Date.parse('2023-08-08T00:36:59Z') / 1000,
      kind: 'progression',
      promoted: true,
    });
    expect(world.find('game', 1)).toMatchObject({ title: 'Sonic the Hedgehog', systemId: 1 });
    expect(world.find('system', 1)).toMatchObject({ name: 'Mega Drive / Genesis' });
  });

  test('the three counts and the ratio', () => {
    expect(unlocks).toHaveLength(24272);
    expect(inHardcore).toHaveLength(10830);
    expect(world.achieved(1, false).size).toBe(27079);
    expect(trueRatio(4, world.achieved(1, true).size, inHardcore.length)).toBe(4);
  });

  test('the newest unlock', () => {
    const times = unlocks.map(({ user, s, h }) => ({ user, at: h ?? s, h }));
    const [newest, next] = times.sort((a, b) => b.at - a.at);
    expect(newest).toEqual({ user: 'vipotaenko02', at: NEWEST_UNLOCK_OF_9, h: null });
    expect(NEWEST_UNLOCK_OF_9).toBe(Date.parse('2023-10-27T00:19:05Z') / 1000);
    expect(next?.at).toBeLessThan(NEWEST_UNLOCK_OF_9);
  });

  test('untracked players have it too, and are not counted', () => {
    const all = world.ledger.get(9)?.size ?? 0;
    expect(all).toBeGreaterThan(unlocks.length);
  });
});

describe('GetUserCompletionProgress of MaxMilyin', () => {
  const latest = new Map<number, number>();
  for (const record of world.records) {
    if (record.type !== 'unlock' || record.user !== 'MaxMilyin') continue;
    const achievement = world.achievements.get(record.achievementId);
    if (achievement === undefined || achievement.promoted === false) continue;
    latest.set(achievement.gameId, Math.max(record.at, latest.get(achievement.gameId) ?? 0));
  }
  const awards = world.records.filter((record) => record.type === 'award');

  test('lists 1287 games', () => {
    expect(new Set([...latest.keys(), ...awards.map(({ gameId }) => gameId)]).size).toBe(1287);
  });

  test('the first is game 20246, for an award that its empty set can no longer give', () => {
    expect(awards).toEqual([
      { type: 'award', user: 'MaxMilyin', gameId: 20246, kind: 'beaten-hardcore', at: AWARD_OF_20246 },
    ]);
    expect(AWARD_OF_20246).toBe(Date.parse('2023-10-27T02:52:34Z') / 1000);
    expect(Math.max(...latest.values())).toBeLessThan(AWARD_OF_20246);
    expect(world.promoted(20246)).toEqual([]);
    expect(world.find('game', 20246)).toMatchObject({
      title: '~Hack~ Knuckles the Echidna in Sonic the Hedgehog',
      icon: '/Images/074560.png',
      systemId: 1,
    });
  });
});
