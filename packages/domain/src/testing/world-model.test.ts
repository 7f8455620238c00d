import { beforeEach, describe, expect, it } from 'vitest';
import type { AchievementKind } from '../catalogue.ts';
import type { WorldRecord } from '../world.ts';
import { WorldModel } from './world-model.ts';

let model: WorldModel;

function load(...records: WorldRecord[]): void {
  for (const record of records) model.apply(record);
  model.endImport();
}

function achievement(
  id: number,
  gameId: number,
  points: number,
  kind: AchievementKind | null = null,
): WorldRecord {
  return { type: 'achievement', id, gameId, title: `Achievement ${id}`, description: '', points, kind };
}

function unlock(user: string, achievementId: number, at: number, hardcore: boolean): WorldRecord {
  return { type: 'unlock', user, achievementId, at, hardcore };
}

beforeEach(() => {
  model = new WorldModel(2);
  load(
    { type: 'system', id: 1, name: 'Mega Drive' },
    { type: 'game', id: 2, systemId: 1, title: 'Two' },
    { type: 'game', id: 1, systemId: 1, title: 'One' },
    achievement(11, 1, 10, 'progression'),
    achievement(12, 1, 5),
    { type: 'achievement', id: 13, gameId: 1, title: 'Draft', description: '', points: 50, promoted: false },
    achievement(21, 2, 25, 'win_condition'),
    { type: 'user', username: 'Ada' },
    { type: 'user', username: 'Boris' },
    { type: 'user', username: 'Ghost', untracked: true },
    unlock('ada', 11, 100, false),
    unlock('Ada', 11, 300, true),
    unlock('Ada', 12, 200, false),
    unlock('Boris', 11, 300, true),
    unlock('Boris', 13, 400, true),
    unlock('Ghost', 11, 500, true),
    unlock('Ghost', 21, 90, true),
  );
});

describe('the model of a world', () => {
  it('lists the unlocks of an achievement, newest first, the higher id first among equals', () => {
    expect(model.achievementUnlocks(11)).toEqual({
      unlocksCount: 2,
      unlocksHardcoreCount: 2,
      totalPlayers: 2,
      trueRatio: 10,
      unlocks: [
        { username: 'Boris', pointsHardcore: 10, pointsSoftcore: 0, awardedAt: 300, hardcore: true },
        { username: 'Ada', pointsHardcore: 10, pointsSoftcore: 5, awardedAt: 300, hardcore: true },
      ],
    });
    expect(model.achievementUnlocks(12)).toMatchObject({
      unlocksCount: 1,
      unlocksHardcoreCount: 0,
      trueRatio: 8, // 5 × (0.4 + 0.6 × 2/1)
      unlocks: [{ username: 'Ada', awardedAt: 200, hardcore: false }],
    });
    expect(model.achievementUnlocks(99)).toBeNull();
  });

  it('counts an unpromoted achievement apart', () => {
    expect(model.achievementUnlocks(13)).toMatchObject({ unlocksCount: 1, totalPlayers: 2, trueRatio: 80 });
    expect(model.distribution(1, false, false)).toEqual([1]);
    expect(model.points('boris')).toEqual({ hardcore: 10, softcore: 0 });
  });

  it('counts untracked players nowhere but in their own progress', () => {
    expect(model.players(2)).toEqual({ total: 0, hardcore: 0 });
    expect(model.achievementUnlocks(21)).toMatchObject({ unlocksCount: 0, trueRatio: 25, unlocks: [] });
    expect(model.userProgress('Ghost', [2])).toMatchObject([{ achievedHardcore: 1, scoreHardcore: 25 }]);
    load({ type: 'user', username: 'ghost', untracked: false });
    expect(model.players(2)).toEqual({ total: 1, hardcore: 1 });
  });

  it('gives the progress in each game asked for', () => {
    const nothing = { achieved: 0, score: 0, achievedHardcore: 0, scoreHardcore: 0 };
    expect(model.userProgress('ADA', [2, 1, 99])).toEqual([
      { gameId: 2, possibleAchievements: 1, possibleScore: 25, ...nothing },
      {
        gameId: 1,
        possibleAchievements: 2,
        possibleScore: 15,
        achieved: 2,
        score: 15,
        achievedHardcore: 1,
        scoreHardcore: 10,
      },
      { gameId: 99, possibleAchievements: 0, possibleScore: 0, ...nothing },
    ]);
    expect(model.userProgress('Nobody', [1])).toEqual([]);
  });

  it('distributes tracked players over how much they have', () => {
    expect(model.distribution(1, true, false)).toEqual([1, 1]);
    expect(model.distribution(1, true, true)).toEqual([2, 0]);
    expect(model.distribution(99, true, false)).toEqual([]);
  });

  it('lists completion progress, newest first, the lower game id first among equals', () => {
    expect(model.completionProgress('Ada')).toEqual([
      {
        gameId: 1,
        maxPossible: 2,
        achieved: 2,
        achievedHardcore: 1,
        lastAwardedAt: 300,
        highestAward: { kind: 'completed', at: 200 },
      },
    ]);
    load(unlock('Ada', 21, 300, false));
    expect(model.completionProgress('Ada').map((row) => row.gameId)).toEqual([1, 2]);
    load(unlock('Boris', 21, 400, false));
    expect(model.completionProgress('Boris').map((row) => row.gameId)).toEqual([2, 1]);
    expect(model.completionProgress('Nobody')).toEqual([]);
  });
});

describe('an award in the model', () => {
  it('is granted at the end of an import, from low to high', () => {
    model.apply(unlock('Ada', 12, 350, true));
    expect(model.awards('Ada', 1)).not.toContainEqual({ kind: 'mastered', at: 350 });
    model.endImport();
    expect(model.awards('Ada', 1)).toEqual([
      { kind: 'beaten-softcore', at: 100 },
      { kind: 'beaten-hardcore', at: 300 },
      { kind: 'completed', at: 200 },
      { kind: 'mastered', at: 350 },
    ]);
  });

  it('stays when the set grows, and moves to an earlier time when it shrinks', () => {
    load(achievement(14, 1, 1));
    expect(model.awards('Ada', 1)).toContainEqual({ kind: 'completed', at: 200 });
    load(unlock('Ada', 14, 50, false));
    load({ type: 'achievement', id: 12, gameId: 1, title: '', description: '', points: 5, promoted: false });
    expect(model.awards('Ada', 1)).toContainEqual({ kind: 'completed', at: 100 });
  });

  it('keeps a game listed that has nothing left, and takes the earlier of two times', () => {
    load(
      { type: 'award', user: 'Boris', gameId: 2, kind: 'mastered', at: 70 },
      { type: 'award', user: 'boris', gameId: 2, kind: 'mastered', at: 60 },
      { type: 'award', user: 'boris', gameId: 2, kind: 'mastered', at: 80 },
    );
    expect(model.completionProgress('Boris').at(-1)).toEqual({
      gameId: 2,
      maxPossible: 1,
      achieved: 0,
      achievedHardcore: 0,
      lastAwardedAt: 60,
      highestAward: { kind: 'mastered', at: 60 },
    });
  });

  it('is beaten by the first win condition and the last progression', () => {
    load(achievement(22, 2, 5, 'progression'), achievement(23, 2, 5, 'win_condition'));
    load(unlock('Boris', 23, 40, false), unlock('Boris', 21, 60, false));
    expect(model.awards('Boris', 2)).toEqual([]);
    load(unlock('Boris', 22, 20, false));
    expect(model.awards('Boris', 2)).toContainEqual({ kind: 'beaten-softcore', at: 40 });
  });

  it('asks for 6 achievements unless told otherwise', () => {
    model = new WorldModel();
    load({ type: 'game', id: 3, systemId: 1, title: 'Three' }, { type: 'user', username: 'Ada' });
    for (const id of [1, 2, 3, 4, 5]) load(achievement(id, 3, 1), unlock('Ada', id, id, true));
    expect(model.awards('Ada', 3)).toEqual([]);
    load(achievement(6, 3, 1), unlock('Ada', 6, 6, true));
    expect(model.awards('Ada', 3)).toEqual([
      { kind: 'completed', at: 6 },
      { kind: 'mastered', at: 6 },
    ]);
  });
});
