import { expect, it } from 'vitest';
import { startsession } from './startsession.ts';

it('lists an unlock once: with its hardcore time where it has one', () => {
  const answer = startsession.present({
    now: 1_700_000_000,
    unlocks: [
      { achievementId: 9, softcoreAt: 1_699_980_000, hardcoreAt: 1_699_990_000 },
      { achievementId: 11, softcoreAt: 1_699_980_000, hardcoreAt: null },
    ],
  });
  expect(answer).toEqual({
    Success: true,
    HardcoreUnlocks: [{ ID: 9, When: 1_699_990_000 }],
    Unlocks: [{ ID: 11, When: 1_699_980_000 }],
    ServerNow: 1_700_000_000,
  });
});
