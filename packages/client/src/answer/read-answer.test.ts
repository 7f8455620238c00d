import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import { readAnswer } from './read-answer.ts';

function endpoint(kinds: Partial<Endpoint> = {}): Endpoint {
  return { name: 'GetAnything', letters: {}, fields: new Map(), ...kinds };
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
    const kinds = endpoint({ numbers: ['TitleID', 'Points'] });
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
    const kinds = endpoint({ booleans: ['HardcoreMode'] });
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

  it('does not remember the keys of large dictionaries', () => {
    const kinds = endpoint();
    readAnswer(Object.fromEntries(Array.from({ length: 5_000 }, (_, id) => [id, id])), kinds);
    expect(kinds.fields.size).toBeLessThan(1_000);
    expect(readAnswer({ 99999: { GameID: 1 } }, kinds)).toStrictEqual({ 99999: { gameId: 1 } });
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
