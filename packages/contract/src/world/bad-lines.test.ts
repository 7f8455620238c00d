import { describe, expect, it, test } from 'vitest';
import { WorldFormatError } from './format-error.ts';
import { decodeWorldLine } from './line.ts';

const TYPES = 'system, game, achievement, leaderboard, user, unlock, award, score';
const TEXT = 'text of at most 1000 characters, without U+0000 and without lone surrogates';
const SCRIPT = 'text of at most 65536 characters, without U+0000 and without lone surrogates';
const ID = 'a whole number from 1 to 2147483646';
const TIME = 'a time in UTC such as 2012-11-02T00:03:12Z, from 1970-01-01T00:00:00Z to 2038-01-19T03:14:07Z';
const USERNAME = '2 to 20 letters and digits';
const MD5 = '0123456789abcdef0123456789abcdef';

function faultOf(line: string): WorldFormatError {
  try {
    decodeWorldLine(line);
  } catch (error) {
    if (error instanceof WorldFormatError) return error;
    throw error;
  }
  throw new Error(`not refused: ${line}`);
}

describe('a line that is no record', () => {
  it.each([
    ['', null, 'expected a JSON object, got text that is not JSON'],
    ['{"type":"unlock"', null, 'expected a JSON object, got text that is not JSON'],
    ['null', null, 'expected a JSON object, got null'],
    ['[{"type":"unlock"}]', null, 'expected a JSON object, got [{"type":"unlock"}]'],
    ['"unlock"', null, 'expected a JSON object, got "unlock"'],
    ['{}', 'type', `field "type": expected one of ${TYPES}, got nothing`],
    ['{"type":"Unlock"}', 'type', `field "type": expected one of ${TYPES}, got "Unlock"`],
    ['{"type":"constructor"}', 'type', `field "type": expected one of ${TYPES}, got "constructor"`],
    ['{"type":["unlock"]}', 'type', `field "type": expected one of ${TYPES}, got ["unlock"]`],
  ])('%s', (line, field, message) => {
    const fault = faultOf(line);
    expect(fault.message).toBe(message);
    expect(fault.field).toBe(field);
  });
});

const GOOD: Record<string, Record<string, unknown>> = {
  system: { type: 'system', id: 1, name: 'Mega Drive / Genesis' },
  game: { type: 'game', id: 1, systemId: 1, title: 'Sonic the Hedgehog' },
  achievement: { type: 'achievement', id: 9, gameId: 1, title: 'That Was Easy', description: '', points: 4 },
  leaderboard: { type: 'leaderboard', id: 1, gameId: 1, title: 'Score', description: '', format: 'SCORE' },
  user: { type: 'user', username: 'MaxMilyin' },
  unlock: { type: 'unlock', user: 'MaxMilyin', achievementId: 9, at: '2023-01-01T00:00:00Z', hardcore: true },
  award: { type: 'award', user: 'MaxMilyin', gameId: 1, kind: 'mastered', at: '2023-01-01T00:00:00Z' },
  score: { type: 'score', user: 'MaxMilyin', leaderboardId: 1, value: 5, at: '2023-01-01T00:00:00Z' },
};

describe('a field that is wrong', () => {
  it.each([
    ['system', { id: 0 }, 'id', ID, '0'],
    ['system', { id: 2147483647 }, 'id', ID, '2147483647'],
    ['system', { id: '1' }, 'id', ID, '"1"'],
    ['system', { id: 1.5 }, 'id', ID, '1.5'],
    ['system', { name: null }, 'name', TEXT, 'null'],
    ['system', { active: 1 }, 'active', 'true or false', '1'],
    ['game', { title: 'a\0b' }, 'title', TEXT, '"a\\u0000b"'],
    ['game', { title: '\ud800' }, 'title', TEXT, '"\\ud800"'],
    ['game', { title: 'x'.repeat(1001) }, 'title', TEXT, `"${'x'.repeat(59)}…`],
    ['game', { richPresence: 'x'.repeat(65537) }, 'richPresence', SCRIPT, `"${'x'.repeat(59)}…`],
    ['game', { released: '1991-06-31' }, 'released', 'a date such as 1991-06-23', '"1991-06-31"'],
    ['game', { hashes: {} }, 'hashes', 'a list of objects with md5, name and labels', '{}'],
    ['game', { hashes: ['x'] }, 'hashes[0]', 'an object with md5, and perhaps name and labels', '"x"'],
    ['game', { hashes: [{ md5: MD5 }, {}] }, 'hashes[1].md5', '32 hexadecimal digits', 'nothing'],
    ['game', { hashes: [{ md5: 'g' }] }, 'hashes[0].md5', '32 hexadecimal digits', '"g"'],
    ['game', { hashes: [{ md5: MD5, labels: ['a', 3] }] }, 'hashes[0].labels[1]', TEXT, '3'],
    ['achievement', { points: 'x' }, 'points', 'a whole number from 0 to 100', '"x"'],
    ['achievement', { points: 101 }, 'points', 'a whole number from 0 to 100', '101'],
    [
      'achievement',
      { kind: 'easy' },
      'kind',
      'one of progression, win_condition, missable, or null',
      '"easy"',
    ],
    ['achievement', { author: 'a b' }, 'author', USERNAME, '"a b"'],
    ['achievement', { createdAt: null }, 'createdAt', TIME, 'null'],
    ['leaderboard', { lowerIsBetter: 'no' }, 'lowerIsBetter', 'true or false', '"no"'],
    ['leaderboard', { order: 0.5 }, 'order', 'a whole number from -2147483647 to 2147483647', '0.5'],
    ['user', { username: 'x' }, 'username', USERNAME, '"x"'],
    ['user', { username: 'naïve' }, 'username', USERNAME, '"naïve"'],
    ['user', { username: 'name\n' }, 'username', USERNAME, '"name\\n"'],
    [
      'user',
      { ulid: 'U'.repeat(26) },
      'ulid',
      'a ULID (26 characters of Crockford base32)',
      `"${'U'.repeat(26)}"`,
    ],
    ['unlock', { at: '2023-02-29T00:00:00Z' }, 'at', TIME, '"2023-02-29T00:00:00Z"'],
    ['unlock', { at: 1672531200 }, 'at', TIME, '1672531200'],
    ['unlock', { hardcore: 1 }, 'hardcore', 'true or false', '1'],
    [
      'award',
      { kind: 'beaten' },
      'kind',
      'one of beaten-softcore, beaten-hardcore, completed, mastered',
      '"beaten"',
    ],
    [
      'score',
      { value: 2 ** 53 },
      'value',
      'a whole number from -9007199254740991 to 9007199254740991',
      '9007199254740992',
    ],
  ])('%s with %j', (type, wrong, field, expected, got) => {
    const fault = faultOf(JSON.stringify({ ...GOOD[type], ...wrong }));
    expect(fault.message).toBe(`field "${field}": expected ${expected}, got ${got}`);
    expect(fault.field).toBe(field);
    expect(fault.expected).toBe(expected);
  });
});

describe('a field too few or too many', () => {
  it.each([
    ['unlock', 'user', USERNAME],
    ['unlock', 'hardcore', 'true or false'],
    ['achievement', 'points', 'a whole number from 0 to 100'],
    ['leaderboard', 'format', TEXT],
  ])('%s without %s', (type, field, expected) => {
    const { [field]: _, ...rest } = GOOD[type] ?? {};
    expect(faultOf(JSON.stringify(rest)).message).toBe(`field "${field}": expected ${expected}, got nothing`);
  });

  test('an unknown field is named with those that there are', () => {
    const fault = faultOf('{"type":"system","id":1,"nmae":"Mega Drive"}');
    expect(fault.message).toBe('unknown field "nmae": expected one of type, id, name, active, iconUrl');
    expect(fault.field).toBe('nmae');
  });

  test('names of built-in things are unknown fields too', () => {
    for (const name of ['__proto__', 'toString', 'constructor']) {
      const line = `{"type":"system","id":1,"name":"x","${name}":{}}`;
      expect(faultOf(line).field).toBe(name);
    }
  });

  test('in a hash', () => {
    const fault = faultOf(JSON.stringify({ ...GOOD.game, hashes: [{ md5: MD5, 'a/b': 1 }] }));
    expect(fault.message).toBe('unknown field "hashes[0].a/b": expected one of md5, name, labels');
  });
});
