import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import {
  type GameInfoAndUserProgress,
  getGameInfoAndUserProgress,
} from './get-game-info-and-user-progress.ts';

const { params, present, response, example } = getGameInfoAndUserProgress;

type Progress = NonNullable<GameInfoAndUserProgress>;

const easy: Progress['achievements'][number] = {
  id: 9,
  title: 'That Was Easy',
  description: 'Complete the first act in Green Hill Zone',
  points: 3,
  trueRatio: 3,
  kind: 'progression',
  author: 'Scott',
  authorUlid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  badge: '250336',
  order: 1,
  triggerMd5: '22c9d5e2cd7571df18a1a1b43dfe1fea',
  createdAt: 1_351_814_592,
  modifiedAt: 1_691_455_019,
  unlocks: 24273,
  unlocksHardcore: 10831,
  unlock: { softcoreAt: 1_457_804_849, hardcoreAt: 1_457_804_849 },
};

const sonic: Progress = {
  id: 1,
  title: 'Sonic the Hedgehog',
  systemId: 1,
  systemName: 'Mega Drive',
  icon: '/Images/067895.png',
  imageTitle: '/Images/054993.png',
  imageIngame: '/Images/000010.png',
  imageBoxArt: '/Images/051872.png',
  publisher: '',
  developer: '',
  genre: '',
  released: '1992-06-02',
  richPresenceMd5: 'cce60593880d25c97797446ed33eaffb',
  players: 27080,
  achieved: 23,
  achievedHardcore: 23,
  highestAward: { kind: 'mastered', at: 1_713_907_729 },
  achievements: [easy, ...Array.from({ length: 22 }, (_, index) => ({ ...easy, id: 10 + index }))],
};

/** What arrives: fields that are not there are not sent. */
const sent = (progress: GameInfoAndUserProgress) => JSON.parse(JSON.stringify(present(progress)));

describe('GetGameInfoAndUserProgress', () => {
  it('presents the documented example, but for what Laurel does not know', () => {
    const { Achievements, ...game } = sent(sonic);
    const { Achievements: documented, ...rest } = example.response as typeof game;
    expect(JSON.stringify(Achievements[9])).toBe(JSON.stringify(documented[9]));
    expect(game).toEqual({ ...rest, ForumTopicID: null, UserTotalPlaytime: 0 });
    expect(Object.keys(present(sonic))).toEqual(Object.keys(example.response));
  });

  it('has the award only where it is asked for, and no dates of what was not earned', () => {
    const { highestAward: _, ...unasked } = sonic;
    const locked = { ...easy, unlock: null };
    const softcore = { ...easy, id: 10, unlock: { softcoreAt: 0, hardcoreAt: null } };
    const plain = sent({ ...unasked, achievements: [locked, softcore] });
    expect(plain).not.toHaveProperty('HighestAwardKind');
    expect(plain).not.toHaveProperty('HighestAwardDate');
    expect(plain.Achievements[9]).not.toHaveProperty('DateEarned');
    expect(plain.Achievements[9]).not.toHaveProperty('DateEarnedHardcore');
    expect(plain.Achievements[10]).toMatchObject({ DateEarned: '1970-01-01 00:00:00' });
    expect(plain.Achievements[10]).not.toHaveProperty('DateEarnedHardcore');
    expect(sent({ ...sonic, highestAward: null })).toMatchObject({
      HighestAwardKind: null,
      HighestAwardDate: null,
    });
  });

  it.each([
    [0, 0, '0.00%'],
    [0, 23, '0.00%'],
    [1, 3, '33.33%'],
    [2, 3, '66.67%'],
    [23, 23, '100.00%'],
  ])('says of %i of %i: %s', (achieved, size, percentage) => {
    const achievements = sonic.achievements.slice(0, size);
    expect(sent({ ...sonic, achieved, achievedHardcore: achieved, achievements })).toMatchObject({
      NumAchievements: size,
      UserCompletion: percentage,
      UserCompletionHardcore: percentage,
    });
  });

  it('presents nothing but what its contract promises', () => {
    for (const progress of [
      sonic,
      undefined,
      { ...sonic, released: null, highestAward: null, achievements: [] },
      { ...sonic, achievements: [{ ...easy, authorUlid: null, kind: null, unlock: null }] },
    ]) {
      const answer = sent(progress);
      expect(Errors(response, answer)).toEqual([]);
      expect(Clean(response, structuredClone(answer))).toEqual(answer);
    }
    expect(sent(undefined)).toEqual({});
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { u: 'MaxMilyin', g: '1' })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'MaxMilyin' }, g: 1, a: 0 },
    });
  });
});
