import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { AWARD_KINDS } from '../award-kinds.ts';
import { LAST_DAY } from '../params.ts';
import { parseQuery } from '../query.ts';
import { getRecentGameAwards, type RecentGameAwards } from './get-recent-game-awards.ts';

const { params, present, response, example } = getRecentGameAwards;

const ULID = '00003EMFWR7XB8SDPEHB3K56ZQ';
const batman: RecentGameAwards['awards'][number] = {
  username: 'renanbrj',
  ulid: ULID,
  kind: 'mastered',
  at: 1_641_080_884,
  gameId: 14284,
  title: 'Batman Returns',
  systemId: 15,
  systemName: 'Game Gear',
};

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const answers: fc.Arbitrary<RecentGameAwards> = fc.record({
  total: fc.nat(),
  awards: fc.array(
    fc.record({
      username: fc.string(),
      ulid: fc.constant(ULID),
      kind: fc.constantFrom(...AWARD_KINDS),
      at: fc.nat(253_402_300_799),
      gameId: id,
      title: fc.string(),
      systemId: id,
      systemName: fc.string(),
    }),
  ),
});

describe('GetRecentGameAwards', () => {
  it('presents the documented example, to the letter', () => {
    const sent = present({ total: 172318, awards: Array.from({ length: 25 }, () => batman) });
    expect(JSON.stringify({ ...sent, Results: sent.Results.slice(0, 1) }, null, 1)).toBe(
      JSON.stringify(example.response, null, 1),
    );
  });

  it('presents nothing as zeros and an empty list', () => {
    expect(JSON.stringify(present({ total: 0, awards: [] }))).toBe('{"Count":0,"Total":0,"Results":[]}');
  });

  it('presents nothing but what its contract promises', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const sent = present(answer);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        expect([sent.Count, sent.Total]).toEqual([answer.awards.length, answer.total]);
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, {})).toEqual({ ok: true, value: { d: LAST_DAY, o: 0, c: 25, k: AWARD_KINDS } });
    expect(parseQuery(params, { d: '2022-01-01', o: '5', c: '500', k: 'mastered,completed' })).toEqual({
      ok: true,
      value: { d: '2022-01-01', o: 5, c: 100, k: ['completed', 'mastered'] },
    });
    expect(parseQuery(params, { d: '1 January 2022', k: 'mastered,won' })).toEqual({
      ok: false,
      errors: {
        d: ['The d field must be a date (YYYY-MM-DD).'],
        k: [
          'The k field must be a list of beaten-softcore, beaten-hardcore, completed, mastered, separated by commas.',
        ],
      },
    });
  });
});
