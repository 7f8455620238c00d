import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { AWARD_KINDS } from '../award-kinds.ts';
import { getUserAwards, type UserAwards } from './get-user-awards.ts';

const { present, response, example } = getUserAwards;

const megaMan: UserAwards[number] = {
  kind: 'beaten-hardcore',
  at: 1_451_714_032,
  gameId: 1448,
  title: 'Mega Man',
  icon: '/Images/024519.png',
  systemId: 7,
  systemName: 'NES',
};

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const answers: fc.Arbitrary<UserAwards> = fc.array(
  fc.record({
    kind: fc.constantFrom(...AWARD_KINDS),
    at: fc.nat(253_402_300_799),
    gameId: id,
    title: fc.string(),
    icon: fc.string(),
    systemId: id,
    systemName: fc.string(),
  }),
);

describe('GetUserAwards', () => {
  it('presents the award of the documented example, to the letter', () => {
    const { VisibleUserAwards } = present([megaMan]);
    expect(JSON.stringify(VisibleUserAwards, null, 1)).toBe(
      JSON.stringify(example.response.VisibleUserAwards, null, 1),
    );
  });

  it('presents nobody as zeros and an empty list, in the documented order', () => {
    expect(present([])).toMatchObject({ TotalAwardsCount: 0, VisibleUserAwards: [] });
    expect(Object.keys(present([]))).toEqual(Object.keys(example.response));
  });

  it.each([
    ['beaten-softcore', 'Game Beaten', 0, 'BeatenSoftcoreAwardsCount'],
    ['beaten-hardcore', 'Game Beaten', 1, 'BeatenHardcoreAwardsCount'],
    ['completed', 'Mastery/Completion', 0, 'CompletionAwardsCount'],
    ['mastered', 'Mastery/Completion', 1, 'MasteryAwardsCount'],
  ] as const)('calls %s a %s with %i, and counts it', (kind, AwardType, AwardDataExtra, count) => {
    const sent = present([{ ...megaMan, kind }]);
    expect(sent.VisibleUserAwards).toMatchObject([{ AwardType, AwardDataExtra }]);
    expect(sent).toMatchObject({ TotalAwardsCount: 1, HiddenAwardsCount: 0, [count]: 1 });
  });

  it('presents nothing but what its contract promises, and counts every award once', () => {
    fc.assert(
      fc.property(answers, (awards) => {
        const sent = present(awards);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        const { TotalAwardsCount: total, VisibleUserAwards, ...counts } = sent;
        expect([total, VisibleUserAwards.length]).toEqual([awards.length, awards.length]);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });
});
