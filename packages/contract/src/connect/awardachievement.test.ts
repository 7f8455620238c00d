import { describe, expect, it } from 'vitest';
import { awardachievement } from './awardachievement.ts';

const unlock = {
  achievementId: 9,
  hardcore: true,
  already: false,
  remaining: 2,
  points: { hardcore: 12350, softcore: 4321 },
};

describe('the answer to an unlock', () => {
  it('has the points and what remains', () => {
    expect(awardachievement.present(unlock)).toEqual({
      Success: true,
      AchievementID: 9,
      AchievementsRemaining: 2,
      Score: 12350,
      SoftcoreScore: 4321,
    });
  });

  it.each([
    [true, 'User already has this achievement unlocked in hardcore mode.'],
    [false, 'User already has this achievement unlocked.'],
  ])('to one that is there already is known by its first words (hardcore: %j)', (hardcore, message) => {
    expect(awardachievement.present({ ...unlock, hardcore, already: true })).toEqual({
      Success: false,
      AchievementID: 9,
      AchievementsRemaining: 2,
      Score: 12350,
      SoftcoreScore: 4321,
      Error: message,
    });
  });
});
