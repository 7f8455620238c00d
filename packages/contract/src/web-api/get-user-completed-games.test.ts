import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { getUserCompletedGames, type UserCompletedGames } from './get-user-completed-games.ts';

const { present, response, example } = getUserCompletedGames;

const megaMan: UserCompletedGames[number] = {
  gameId: 19921,
  title: 'Mega Man: Powered Up [Subset - 468 Stages]',
  icon: '/Images/073205.png',
  systemId: 41,
  systemName: 'PlayStation Portable',
  maxPossible: 481,
  achieved: 481,
  achievedHardcore: 481,
};

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const answers: fc.Arbitrary<UserCompletedGames> = fc.array(
  fc
    .record({
      gameId: id,
      title: fc.string(),
      icon: fc.string(),
      systemId: id,
      systemName: fc.string(),
      achievedHardcore: fc.nat(100),
      softcore: fc.nat(100),
      missing: fc.nat(100),
    })
    .map(({ softcore, missing, ...game }) => {
      const achieved = game.achievedHardcore + softcore + 1;
      return { ...game, achieved, maxPossible: achieved + missing };
    }),
);

describe('GetUserCompletedGames', () => {
  it('presents the documented example, to the letter', () => {
    expect(JSON.stringify(present([megaMan]), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it('has no entry for hardcore where there is nothing in hardcore, and says how much as text', () => {
    expect(present([{ ...megaMan, achieved: 2, achievedHardcore: 0, maxPossible: 3 }])).toMatchObject([
      { NumAwarded: 2, PctWon: '0.6667', HardcoreMode: '0' },
    ]);
    expect(present([])).toEqual([]);
  });

  it('presents nothing but what its contract promises', () => {
    fc.assert(
      fc.property(answers, (games) => {
        const sent = present(games);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        for (const { NumAwarded, MaxPossible, PctWon } of sent) {
          expect(Math.abs(Number(PctWon) - NumAwarded / MaxPossible)).toBeLessThan(0.0001);
        }
      }),
    );
  });
});
