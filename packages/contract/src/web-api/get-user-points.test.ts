import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { getUserPoints } from './get-user-points.ts';

const { params, present, example } = getUserPoints;

describe('GetUserPoints', () => {
  it('presents the documented example, to the letter', () => {
    expect(JSON.stringify(present({ hardcore: 31_299, softcore: 24_264 }))).toBe(
      JSON.stringify(example.response),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { u: 'Hexadigital' })).toEqual({
      ok: true,
      value: { u: { kind: 'username', username: 'Hexadigital' } },
    });
    expect(parseQuery(params, {})).toEqual({ ok: false, errors: { u: ['The u field is required.'] } });
  });
});
