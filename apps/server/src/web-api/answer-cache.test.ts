import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonAnswer } from '../http/json-answer.ts';
import { AnswerCache, AnswerMap, type KeptAnswer } from './answer-cache.ts';
import { HashedName } from './hashed-name.ts';

const key = { use: () => true };
const answer = (bytes: number): KeptAnswer => ({ ...jsonAnswer('x'.repeat(bytes)), key });

describe('a cache of answers', () => {
  test('knows what was found out at the same revision, and nothing else', () => {
    const cache = new AnswerCache();
    cache.at('1').answers.set('a', answer(1));
    cache.at('1').keys.set('key', key);
    expect(cache.at('1').answers.get('a')).toEqual(answer(1));
    expect(cache.at('1').keys).toEqual(new Map([['key', key]]));
    for (const revision of ['2', '1']) {
      expect(cache.at(revision).answers.get('a')).toBeUndefined();
      expect(cache.at(revision).keys.size).toBe(0);
    }
  });

  test('forgets what comes when the store has changed again', () => {
    const cache = new AnswerCache();
    const before = cache.at('1');
    const after = cache.at('2');
    before.answers.set('a', answer(1));
    before.keys.set('key', key);
    expect([after.answers.get('a'), cache.at('2').answers.get('a')]).toEqual([undefined, undefined]);
    expect(cache.at('2').keys.size).toBe(0);
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
