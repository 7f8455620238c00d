import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import { readAnswer, toBoolean, toNumber } from './read-answer.ts';

function endpoint(parts: Partial<Endpoint> = {}): Endpoint {
  return { name: 'GetAnything', letters: {}, casts: { __proto__: null }, ...parts };
}

const OBJECT = {
  ID: 1,
  GameID: 100,
  AchievementIDs: [1, 2, 3],
  RAPoints: 100,
  UserMeta: { Name: 'xelnia', Points: 100 },
};
const READ = {
  id: 1,
  gameId: 100,
  achievementIds: [1, 2, 3],
  raPoints: 100,
  userMeta: { name: 'xelnia', points: 100 },
};

describe('an answer', () => {
  it('is read at every depth', () => {
    expect(readAnswer(OBJECT, endpoint())).toStrictEqual(READ);
    expect(readAnswer([OBJECT, { List: [OBJECT] }], endpoint())).toStrictEqual([READ, { list: [READ] }]);
  });

  it('has numbers where they are documented, even if the server sends text', () => {
    const kinds = endpoint({ casts: { __proto__: null, TitleID: toNumber, Points: toNumber } });
    const body = { UserName: '42', Points: '500', Metadata: { TitleID: '100', Points: null } };
    expect(readAnswer(body, kinds)).toStrictEqual({
      userName: '42',
      points: 500,
      metadata: { titleId: 100, points: null },
    });
  });

  it.each([
    [0, false],
    [1, true],
    ['0', false],
    ['1', true],
    [false, false],
    [true, true],
    ['true', true],
    [null, null],
  ])('has a boolean where one is documented: %j is %j', (sent, read) => {
    const kinds = endpoint({ casts: { __proto__: null, HardcoreMode: toBoolean } });
    expect(readAnswer({ HardcoreMode: sent }, kinds)).toStrictEqual({ hardcoreMode: read });
  });

  it('keeps fields that nobody has documented, and the order of all', () => {
    const read = readAnswer({ Zeta: 1, NewField: { ID: '7' }, Alpha: 2 }, endpoint());
    expect(JSON.stringify(read)).toBe('{"zeta":1,"newField":{"id":"7"},"alpha":2}');
  });

  it('leaves the prototype of other objects alone', () => {
    readAnswer(JSON.parse('{"__proto__":{"IsAdmin":true},"constructor":{"prototype":{"A":1}}}'), endpoint());
    expect({}).not.toHaveProperty('isAdmin');
    expect({}).not.toHaveProperty('a');
  });

  it('is any JSON, which it leaves as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const before = structuredClone(body);
        const read = readAnswer(body, endpoint());
        expect(body).toStrictEqual(before);
        expect(typeof read).toBe(typeof body);
      }),
    );
  });
});

describe('an entry of a list', () => {
  const unlocks = endpoint({
    casts: { __proto__: null, Points: toNumber },
    readEntry: (entry) => ({
      user: entry.User,
      raPoints: toNumber(entry.RAPoints),
      hardcoreMode: toBoolean(entry.HardcoreMode),
    }),
  });
  const read = (...entries: unknown[]) => readAnswer({ Unlocks: entries }, unlocks);

  it('has numbers and booleans where they are documented, whatever the server makes of them', () => {
    expect(
      read(
        { User: '42', RAPoints: '500', HardcoreMode: '1' },
        { User: '43', RAPoints: null, HardcoreMode: 0 },
      ),
    ).toStrictEqual({
      unlocks: [
        { user: '42', raPoints: 500, hardcoreMode: true },
        { user: '43', raPoints: null, hardcoreMode: false },
      ],
    });
  });

  it('keeps fields that nobody has documented, in their order, and reads the documented ones beside them', () => {
    const answer = read({ Zeta: { ID: '7' }, RAPoints: '5', Points: '6', HardcoreMode: 0, User: 'a' });
    expect(JSON.stringify(answer)).toBe(
      '{"unlocks":[{"zeta":{"id":"7"},"raPoints":5,"points":6,"hardcoreMode":false,"user":"a"}]}',
    );
  });

  it('does not have what the server has left out, also where there is another field instead', () => {
    expect(read({ RAPoints: 5, HardcoreMode: 1 }, { RAPoints: 5, HardcoreMode: 1, Other: 2 })).toStrictEqual({
      unlocks: [
        { raPoints: 5, hardcoreMode: true },
        { raPoints: 5, hardcoreMode: true, other: 2 },
      ],
    });
  });

  it('is what it is where it is not what it should be', () => {
    expect(read(null, 'text', 7, [{ ID: 1 }], {})).toStrictEqual({
      unlocks: [null, 'text', 7, [{ id: 1 }], {}],
    });
  });
});
