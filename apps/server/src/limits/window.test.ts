import { describe, expect, test } from 'vitest';
import { WindowCounter } from './window.ts';

const SECOND = 1000;
const at = (seconds: number) => 1_700_000_000_000 + seconds * SECOND;

test('counts by name within a window, and begins anew after it', () => {
  const counter = new WindowCounter(60 * SECOND);
  expect(counter.add('a', 1, at(0))).toEqual({ used: 1, secondsLeft: 60 });
  expect(counter.add('a', 1, at(20))).toEqual({ used: 2, secondsLeft: 40 });
  expect(counter.add('b', 1, at(20))).toEqual({ used: 1, secondsLeft: 60 });
  expect(counter.add('a', 1, at(59.9))).toEqual({ used: 3, secondsLeft: 1 });
  expect(counter.add('a', 1, at(60))).toEqual({ used: 1, secondsLeft: 60 });
});

test('looking does not count, nor does it begin a window', () => {
  const counter = new WindowCounter(60 * SECOND);
  expect(counter.add('a', 0, at(0))).toEqual({ used: 0, secondsLeft: 60 });
  expect(counter.add('a', 1, at(30))).toEqual({ used: 1, secondsLeft: 60 });
  expect(counter.add('a', 0, at(40))).toEqual({ used: 1, secondsLeft: 50 });
  expect(counter.add('a', 0, at(90))).toEqual({ used: 0, secondsLeft: 60 });
});

test('any text is a name', () => {
  const counter = new WindowCounter(60 * SECOND);
  for (const name of ['', '__proto__', 'constructor', '\0']) {
    expect(counter.add(name, 1, at(0)).used).toBe(1);
    expect(counter.add(name, 1, at(0)).used).toBe(2);
  }
});

describe('when very many names are counted', () => {
  const NAMES = 100_000;

  test('those whose window is over are forgotten, and not the others', () => {
    const counter = new WindowCounter(60 * SECOND);
    for (let n = 0; n < NAMES - 1; n += 1) counter.add(`old ${n}`, 1, at(0));
    counter.add('young', 1, at(50));
    expect(counter.add('one more', 1, at(70)).used).toBe(1);
    expect(counter.add('young', 1, at(70)).used).toBe(2);
  });

  test('where none is over, the oldest are forgotten: memory stays bounded', () => {
    const counter = new WindowCounter(60 * SECOND);
    for (let n = 0; n < NAMES; n += 1) counter.add(`${n}`, 1, at(0));
    counter.add('one more', 1, at(1));
    expect(counter.add('0', 0, at(1)).used).toBe(0);
    expect(counter.add(`${NAMES - 1}`, 0, at(1)).used).toBe(1);
    expect(counter.add('one more', 0, at(1)).used).toBe(1);
  });
});
