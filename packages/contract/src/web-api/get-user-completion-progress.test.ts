import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { getUserCompletionProgress, type UserCompletionProgress } from './get-user-completion-progress.ts';

const { params, present, response, example } = getUserCompletionProgress;

const knuckles: UserCompletionProgress['games'][number] = {
  gameId: 20246,
  title: '~Hack~ Knuckles the Echidna in Sonic the Hedgehog',
  icon: '/Images/074560.png',
  systemId: 1,
  systemName: 'Mega Drive / Genesis',
  maxPossible: 0,
  achieved: 0,
  achievedHardcore: 0,
  lastAwardedAt: 1_698_375_154,
  highestAward: { kind: 'beaten-hardcore', at: 1_698_375_154 },
};

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const amount = fc.nat();
const at = fc.nat(253_402_300_799);
const answers: fc.Arbitrary<UserCompletionProgress> = fc.record({
  total: amount,
  games: fc.array(
    fc.record({
      gameId: id,
      title: fc.string(),
      icon: fc.string(),
      systemId: id,
      systemName: fc.string(),
      maxPossible: amount,
      achieved: amount,
      achievedHardcore: amount,
      lastAwardedAt: at,
      highestAward: fc.option(
        fc.record({
          kind: fc.constantFrom('beaten-softcore', 'beaten-hardcore', 'completed', 'mastered'),
          at,
        }),
      ),
    }),
  ),
});

describe('GetUserCompletionProgress', () => {
  it('presents the documented example, to the letter', () => {
    const sent = present({ total: 1287, games: Array.from({ length: 100 }, () => knuckles) });
    expect(JSON.stringify({ ...sent, Results: sent.Results.slice(0, 1) }, null, 1)).toBe(
      JSON.stringify(example.response, null, 1),
    );
  });

  it('presents nobody as zeros and an empty list', () => {
    expect(JSON.stringify(present({ total: 0, games: [] }))).toBe('{"Count":0,"Total":0,"Results":[]}');
  });

  it('presents a game without an award with nulls', () => {
    const sent = present({ total: 1, games: [{ ...knuckles, highestAward: null }] });
    expect(sent.Results).toMatchObject([{ HighestAwardKind: null, HighestAwardDate: null }]);
  });

  it('presents nothing but what its contract promises', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const sent = present(answer);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        expect([sent.Count, sent.Total]).toEqual([answer.games.length, answer.total]);
        expect(sent.Results).toMatchObject(
          answer.games.map((game) => ({
            GameID: game.gameId,
            MaxPossible: game.maxPossible,
            NumAwarded: game.achieved,
            NumAwardedHardcore: game.achievedHardcore,
            HighestAwardKind: game.highestAward?.kind ?? null,
          })),
        );
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { u: 'MaxMilyin' })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'MaxMilyin' }, c: 100, o: 0 },
    });
    expect(parseQuery(params, { c: '501' })).toEqual({
      ok: false,
      errors: { u: ['The u field is required.'], c: ['The c field must not be greater than 500.'] },
    });
  });
});
