import type * as domain from '@laurel/domain';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it, test } from 'vitest';
import { decodeWorldLine, encodeWorldRecord } from './line.ts';
import type { WorldRecord } from './records.ts';
import { LAST_TIME } from './utc-time.ts';

test('its records are those of the domain, both ways', () => {
  expectTypeOf<WorldRecord>().toExtend<domain.WorldRecord>();
  expectTypeOf<domain.WorldRecord>().toExtend<WorldRecord>();
});

const EXAMPLES: [string, WorldRecord][] = [
  [
    '{"type":"system","id":1,"name":"Mega Drive / Genesis","active":false,"iconUrl":"/Images/1.png"}',
    { type: 'system', id: 1, name: 'Mega Drive / Genesis', active: false, iconUrl: '/Images/1.png' },
  ],
  [
    '{"type":"game","id":1,"systemId":1,"title":"Sonic the Hedgehog","icon":"/Images/085573.png","released":"1991-06-23","richPresence":"Display:\\nRunning","hashes":[{"md5":"0123456789abcdef0123456789abcdef","name":"a.md","labels":["nointro"]}]}',
    {
      type: 'game',
      id: 1,
      systemId: 1,
      title: 'Sonic the Hedgehog',
      icon: '/Images/085573.png',
      released: '1991-06-23',
      richPresence: 'Display:\nRunning',
      hashes: [{ md5: '0123456789abcdef0123456789abcdef', name: 'a.md', labels: ['nointro'] }],
    },
  ],
  [
    '{"type":"achievement","id":9,"gameId":1,"title":"That Was Easy","description":"Complete the first act in Green Hill Zone","points":4,"kind":"progression","promoted":true,"author":"Scott","badge":"250336","trigger":"0xH00fe10=1","order":1,"createdAt":"2012-11-02T00:03:12Z","modifiedAt":"2023-08-08T00:36:59Z"}',
    {
      type: 'achievement',
      id: 9,
      gameId: 1,
      title: 'That Was Easy',
      description: 'Complete the first act in Green Hill Zone',
      points: 4,
      kind: 'progression',
      promoted: true,
      author: 'Scott',
      badge: '250336',
      trigger: '0xH00fe10=1',
      order: 1,
      createdAt: 1351814592,
      modifiedAt: 1691455019,
    },
  ],
  [
    '{"type":"achievement","id":10,"gameId":1,"title":"","description":"","points":0,"kind":null}',
    { type: 'achievement', id: 10, gameId: 1, title: '', description: '', points: 0, kind: null },
  ],
  [
    '{"type":"leaderboard","id":1,"gameId":1,"title":"Sprint","description":"Green Hill","format":"TIME","lowerIsBetter":true,"definition":"STA:0=1","order":-1}',
    {
      type: 'leaderboard',
      id: 1,
      gameId: 1,
      title: 'Sprint',
      description: 'Green Hill',
      format: 'TIME',
      lowerIsBetter: true,
      definition: 'STA:0=1',
      order: -1,
    },
  ],
  [
    '{"type":"user","username":"MaxMilyin","id":7,"ulid":"01HDQ0000000000000000000ZZ","joinedAt":"2013-05-06T07:08:09Z","motto":"¡Olé! 🎮","untracked":false}',
    {
      type: 'user',
      username: 'MaxMilyin',
      id: 7,
      ulid: '01HDQ0000000000000000000ZZ',
      joinedAt: 1367824089,
      motto: '¡Olé! 🎮',
      untracked: false,
    },
  ],
  [
    '{"type":"unlock","user":"vipotaenko02","achievementId":9,"at":"2023-10-27T00:19:05Z","hardcore":false}',
    { type: 'unlock', user: 'vipotaenko02', achievementId: 9, at: 1698365945, hardcore: false },
  ],
  [
    '{"type":"award","user":"MaxMilyin","gameId":20246,"kind":"beaten-hardcore","at":"2023-10-27T02:52:34Z"}',
    { type: 'award', user: 'MaxMilyin', gameId: 20246, kind: 'beaten-hardcore', at: 1698375154 },
  ],
  [
    '{"type":"score","user":"MaxMilyin","leaderboardId":1,"value":-9007199254740991,"at":"1970-01-01T00:00:00Z"}',
    { type: 'score', user: 'MaxMilyin', leaderboardId: 1, value: -9007199254740991, at: 0 },
  ],
];

describe('examples', () => {
  it.each(EXAMPLES)('%s', (line, record) => {
    expect(decodeWorldLine(line)).toEqual(record);
    expect(encodeWorldRecord(record)).toBe(line);
  });

  test('the order of fields in a line does not matter, that of a written line is fixed', () => {
    const line = ' {"name":"NES/Famicom","id":7,"type":"system"} ';
    expect(encodeWorldRecord(decodeWorldLine(line))).toBe('{"type":"system","id":7,"name":"NES/Famicom"}');
  });

  test('ULIDs become upper case and MD5 lower case', () => {
    const user = '{"type":"user","username":"ab","ulid":"01hdq0000000000000000000zz"}';
    expect(decodeWorldLine(user)).toMatchObject({ ulid: '01HDQ0000000000000000000ZZ' });
    const hashes = '[{"name":"x","md5":"0123456789ABCDEF0123456789ABCDEF"}]';
    const game = `{"type":"game","id":1,"systemId":1,"title":"x","hashes":${hashes}}`;
    expect(decodeWorldLine(game)).toMatchObject({ hashes: [{ md5: '0123456789abcdef0123456789abcdef' }] });
    expect(encodeWorldRecord(decodeWorldLine(game))).toContain(
      '[{"md5":"0123456789abcdef0123456789abcdef","name":"x"}]',
    );
  });
});

const id = fc.integer({ min: 1, max: 2147483646 });
const time = fc.integer({ min: 0, max: LAST_TIME });
const order = fc.integer({ min: -2147483647, max: 2147483647 });
const username = fc.stringMatching(/^[A-Za-z0-9]{2,20}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', '\u0001'));
const hash = fc.record(
  { md5: fc.stringMatching(/^[0-9a-f]{32}$/), name: text, labels: fc.array(text) },
  { requiredKeys: ['md5'] },
);

const anyRecord: fc.Arbitrary<WorldRecord> = fc.oneof(
  fc.record(
    { type: fc.constant('system' as const), id, name: text, active: fc.boolean(), iconUrl: text },
    { requiredKeys: ['type', 'id', 'name'] },
  ),
  fc.record(
    {
      type: fc.constant('game' as const),
      id,
      systemId: id,
      title: text,
      icon: text,
      imageTitle: text,
      imageIngame: text,
      imageBoxArt: text,
      publisher: text,
      developer: text,
      genre: text,
      released: time.map((at) => new Date(at * 1000).toISOString().slice(0, 10)),
      richPresence: text,
      hashes: fc.array(hash),
    },
    { requiredKeys: ['type', 'id', 'systemId', 'title'] },
  ),
  fc.record(
    {
      type: fc.constant('achievement' as const),
      id,
      gameId: id,
      title: text,
      description: text,
      points: fc.integer({ min: 0, max: 100 }),
      kind: fc.constantFrom('progression', 'win_condition', 'missable', null),
      promoted: fc.boolean(),
      author: username,
      badge: text,
      trigger: text,
      order,
      createdAt: time,
      modifiedAt: time,
    },
    { requiredKeys: ['type', 'id', 'gameId', 'title', 'description', 'points'] },
  ),
  fc.record(
    {
      type: fc.constant('leaderboard' as const),
      id,
      gameId: id,
      title: text,
      description: text,
      format: text,
      lowerIsBetter: fc.boolean(),
      definition: text,
      order,
    },
    { requiredKeys: ['type', 'id', 'gameId', 'title', 'description', 'format'] },
  ),
  fc.record(
    {
      type: fc.constant('user' as const),
      username,
      id,
      ulid: fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
      joinedAt: time,
      motto: text,
      untracked: fc.boolean(),
    },
    { requiredKeys: ['type', 'username'] },
  ),
  fc.record({
    type: fc.constant('unlock' as const),
    user: username,
    achievementId: id,
    at: time,
    hardcore: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('award' as const),
    user: username,
    gameId: id,
    kind: fc.constantFrom('beaten-softcore', 'beaten-hardcore', 'completed', 'mastered'),
    at: time,
  }),
  fc.record({
    type: fc.constant('score' as const),
    user: username,
    leaderboardId: id,
    value: fc.maxSafeInteger(),
    at: time,
  }),
);

test('what is written reads as what it was, and writes the same line', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const line = encodeWorldRecord(record);
      expect(line).not.toContain('\n');
      expect(decodeWorldLine(line)).toEqual(record);
      expect(encodeWorldRecord(decodeWorldLine(line))).toBe(line);
    }),
    { numRuns: 1000 },
  );
});

test('writing a record does not change it', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const before = structuredClone(record);
      encodeWorldRecord(record);
      expect(record).toEqual(before);
    }),
  );
});
