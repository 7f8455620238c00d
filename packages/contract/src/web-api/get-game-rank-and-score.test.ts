import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { type GameRankAndScore, getGameRankAndScore } from './get-game-rank-and-score.ts';

const { params, present, response, example } = getGameRankAndScore;

const arekdias: GameRankAndScore[number] = {
  username: 'Arekdias',
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  achievedHardcore: 15,
  scoreHardcore: 219,
  lastHardcoreAt: 1_686_148_998,
};

describe('GetGameRankAndScore', () => {
  it('presents the documented example, to the letter', () => {
    expect(JSON.stringify(present([arekdias]), null, 1)).toBe(JSON.stringify(example.response, null, 1));
  });

  it('presents a game that nobody plays as an empty list', () => {
    expect(present([])).toEqual([]);
  });

  it('presents nothing but what its contract promises', () => {
    const scores = fc.array(
      fc.record({
        username: fc.string(),
        ulid: fc.constant(arekdias.ulid),
        achievedHardcore: fc.nat(),
        scoreHardcore: fc.nat(),
        lastHardcoreAt: fc.nat(253_402_300_799),
      }),
    );
    fc.assert(
      fc.property(scores, (answer) => {
        const sent = present(answer);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
      }),
    );
  });

  it('asks for high scores unless for the latest masters', () => {
    expect(parseQuery(params, { g: '1' })).toEqual({ ok: true, value: { g: 1, t: 0 } });
    expect(parseQuery(params, { g: '1', t: '1' })).toEqual({ ok: true, value: { g: 1, t: 1 } });
  });
});
