import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { offsetDate } from '../dates.ts';
import { JsonWriter } from '../json-writer.ts';
import { parseQuery } from '../query.ts';
import { getUserCompletionProgress, type UserCompletionProgress } from './get-user-completion-progress.ts';

const { params, write, response, example } = getUserCompletionProgress;
const json = new JsonWriter();

const knuckles: UserCompletionProgress['games'][number] = {
  game: {
    id: 20246,
    title: '~Hack~ Knuckles the Echidna in Sonic the Hedgehog',
    icon: '/Images/074560.png',
    systemId: 1,
    systemName: 'Mega Drive / Genesis',
    promotedCount: 0,
  },
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
      game: fc.record({
        id,
        title: fc.string(),
        icon: fc.string(),
        systemId: id,
        systemName: fc.string(),
        promotedCount: amount,
      }),
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

function written(answer: UserCompletionProgress): string {
  write(answer, json);
  return Buffer.from(json.take()).toString();
}

describe('GetUserCompletionProgress', () => {
  it('presents the documented example, to the letter', () => {
    const sent = JSON.parse(written({ total: 1287, games: Array.from({ length: 100 }, () => knuckles) }));
    expect(JSON.stringify({ ...sent, Results: sent.Results.slice(0, 1) }, null, 1)).toBe(
      JSON.stringify(example.response, null, 1),
    );
  });

  it('presents nobody as zeros and an empty list', () => {
    expect(written({ total: 0, games: [] })).toBe('{"Count":0,"Total":0,"Results":[]}');
  });

  it('presents a game without an award with nulls', () => {
    const sent = JSON.parse(written({ total: 1, games: [{ ...knuckles, highestAward: null }] }));
    expect(sent.Results).toMatchObject([{ HighestAwardKind: null, HighestAwardDate: null }]);
  });

  it('writes nothing but what its contract promises, of each what it is', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const text = written(answer);
        const sent = JSON.parse(text);
        expect(JSON.stringify(sent)).toBe(text);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        expect([sent.Count, sent.Total]).toEqual([answer.games.length, answer.total]);
        expect(sent.Results).toEqual(
          answer.games.map(({ game, highestAward, ...row }) => ({
            GameID: game.id,
            Title: game.title,
            ImageIcon: game.icon,
            ConsoleID: game.systemId,
            ConsoleName: game.systemName,
            MaxPossible: game.promotedCount,
            NumAwarded: row.achieved,
            NumAwardedHardcore: row.achievedHardcore,
            MostRecentAwardedDate: offsetDate(row.lastAwardedAt),
            HighestAwardKind: highestAward?.kind ?? null,
            HighestAwardDate: highestAward && offsetDate(highestAward.at),
          })),
        );
      }),
    );
  });

  it('writes of a game what it is now, after another one of the same id', () => {
    const renamed = { ...knuckles, game: { ...knuckles.game, title: 'Knuckles' } };
    const titles = [knuckles, renamed, knuckles].map(
      (row) => JSON.parse(written({ total: 1, games: [row] })).Results[0].Title,
    );
    expect(titles).toEqual([knuckles, renamed, knuckles].map(({ game }) => game.title));
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
