import fc from 'fast-check';
import { Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { getAchievementDistribution } from './get-achievement-distribution.ts';

const { params, present, response, example } = getAchievementDistribution;

describe('GetAchievementDistribution', () => {
  it('presents the documented example, to the letter', () => {
    const answer = [141, 51, 41, 49, 57, 41, 36, 67, 75, 28, 26, 3, 6, 3, 8];
    expect(JSON.stringify(present(answer), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it('presents no set as an empty object', () => {
    expect(JSON.stringify(present([]))).toBe('{}');
  });

  it('presents one number for each number of achievements, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (answer) => {
        const sent = present(answer);
        expect(Errors(response, sent)).toEqual([]);
        expect(Object.entries(sent)).toEqual(answer.map((players, index) => [String(index + 1), players]));
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { i: '14402' })).toEqual({ ok: true, value: { i: 14402, h: 0, f: 3 } });
    expect(parseQuery(params, { i: '14402', h: '1', f: '5' })).toEqual({
      ok: true,
      value: { i: 14402, h: 1, f: 5 },
    });
    expect(parseQuery(params, { h: '2', f: '4' })).toEqual({
      ok: false,
      errors: {
        i: ['The i field is required.'],
        h: ['The h field must be 0 or 1.'],
        f: ['The f field must be 3 or 5.'],
      },
    });
  });
});
