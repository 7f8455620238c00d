import fc from 'fast-check';
import { Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query.ts';
import { type GameList, getGameList } from './get-game-list.ts';

const { params, present, response, example } = getGameList;

const gleyLancer: GameList[number] = {
  id: 3684,
  title: 'Advanced Busterhawk: Gley Lancer',
  systemId: 1,
  systemName: 'Mega Drive',
  icon: '/Images/020895.png',
  achievements: 44,
  points: 595,
  leaderboards: 33,
  modifiedAt: 1_668_915_852,
  hashes: ['8bd4a97783cda077c342173df0a9b51e', 'a13ab653a20fb383337fab1e52ddb0df'],
};

const id = fc.integer({ min: 1, max: 2_147_483_647 });
const md5 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const lists: fc.Arbitrary<GameList> = fc.array(
  fc.record({
    id,
    title: fc.string(),
    systemId: id,
    systemName: fc.string(),
    icon: fc.string(),
    achievements: fc.nat(),
    points: fc.nat(),
    leaderboards: fc.nat(),
    modifiedAt: fc.option(fc.nat(253_402_300_799)),
    hashes: fc.option(fc.array(md5), { nil: undefined }),
  }),
);

/** As it is on the wire: what is undefined is not there. */
const onTheWire = (list: GameList) => JSON.parse(JSON.stringify(present(list)));

describe('GetGameList', () => {
  it('presents the documented example, to the letter, without a forum', () => {
    const documented = example.response.map((game) => ({ ...game, ForumTopicID: null }));
    expect(JSON.stringify(present([gleyLancer]), null, 1)).toBe(JSON.stringify(documented, null, 1));
  });

  it('has no field for hashes that were not asked for, and no date where nothing was changed', () => {
    const [sent] = onTheWire([{ ...gleyLancer, hashes: undefined, modifiedAt: null }]);
    expect(sent).not.toHaveProperty('Hashes');
    expect(sent.DateModified).toBeNull();
    expect(onTheWire([{ ...gleyLancer, hashes: [] }])[0].Hashes).toEqual([]);
  });

  it('presents no games as an empty list', () => {
    expect(JSON.stringify(present([]))).toBe('[]');
  });

  it('presents nothing but what its contract promises, and no number in place of another', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const sent = onTheWire(list);
        expect(Errors(response, sent)).toEqual([]);
        expect(Clean(response, structuredClone(sent))).toEqual(sent);
        expect(sent).toMatchObject(
          list.map((game) => ({
            ID: game.id,
            ConsoleID: game.systemId,
            NumAchievements: game.achievements,
            NumLeaderboards: game.leaderboards,
            Points: game.points,
          })),
        );
      }),
    );
  });

  it('reads its parameters as documented', () => {
    expect(parseQuery(params, { i: '1' })).toEqual({ ok: true, value: { i: 1, f: 0, h: 0, o: 0, c: 0 } });
    expect(parseQuery(params, { i: '1', f: '1', h: '1', o: '5', c: '10' })).toEqual({
      ok: true,
      value: { i: 1, f: 1, h: 1, o: 5, c: 10 },
    });
    expect(parseQuery(params, { c: '-1' })).toEqual({
      ok: false,
      errors: { i: ['The i field is required.'], c: ['The c field must be at least 0.'] },
    });
  });
});
