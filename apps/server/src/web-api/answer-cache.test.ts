import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonAnswer } from '../http/json-answer.ts';
import { AnswerCache, AnswerMap, type KeptAnswer } from './answer-cache.ts';
import { HashedName } from './hashed-name.ts';

const key = { use: () => true };
const answer = (bytes: number): KeptAnswer => ({
  ...jsonAnswer('x'.repeat(bytes)),
  key,
  revision: '1',
  grounds: undefined,
});

describe('a cache of answers', () => {
  test('knows the keys that were found at the same revision, and no others', () => {
    const cache = new AnswerCache();
    const before = cache.at('1');
    before.keys.set('key', key);
    expect(cache.at('1').keys).toEqual(new Map([['key', key]]));
    const after = cache.at('2');
    before.keys.set('another', key);
    expect([after.keys.size, cache.at('2').keys.size, cache.at('1').keys.size]).toEqual([0, 0, 0]);
  });

  test('keeps what was asked for before, at this revision or another', () => {
    const cache = new AnswerCache();
    const isWorthKeeping = (name: string) => cache.isWorthKeeping(new HashedName(name));
    expect(['a', 'b', 'a'].map(isWorthKeeping)).toEqual([false, false, true]);
    cache.at('2');
    expect(['b', 'c'].map(isWorthKeeping)).toEqual([true, false]);
  });
});

describe('a map of answers', () => {
  test('gives what was put in last, or nothing, and never holds more than it may', () => {
    const name = fc.constantFrom(...'abcdefghij');
    const step = fc.record({ name, bytes: fc.integer({ min: 0, max: 2_000 }), isSet: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const map = new AnswerMap(5_000);
        const last = new Map<string, KeptAnswer>();
        for (const { name, bytes, isSet } of steps) {
          if (isSet) {
            last.set(name, answer(bytes));
            map.set(name, answer(bytes));
          } else expect([undefined, last.get(name)]).toContainEqual(map.get(name));
        }
        expect(map.size).toBeLessThanOrEqual(5_000 + 2 * 2_400);
      }),
    );
  });

  test('keeps the others, however often one is made anew', () => {
    const map = new AnswerMap(10_000);
    map.set('another', answer(1_000));
    for (let times = 0; times < 100; times += 1) map.set('made anew', answer(1_000));
    expect(map.get('another')).toBeDefined();
  });

  test('keeps what is asked for, and forgets what is not', () => {
    const map = new AnswerMap(100_000);
    map.set('asked for', answer(1_000));
    map.set('not asked for', answer(1_000));
    for (let other = 0; other < 1_000; other += 1) {
      map.set(`other ${other}`, answer(1_000));
      expect(map.get('asked for')).toBeDefined();
    }
    expect(map.get('not asked for')).toBeUndefined();
    expect(map.get('other 0')).toBeUndefined();
    expect(map.get('other 999')).toBeDefined();
  });
});
