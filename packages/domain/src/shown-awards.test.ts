import { describe, expect, it } from 'vitest';
import type { Awards } from './awards.ts';
import { shownAwards } from './shown-awards.ts';

describe('the awards that lists show', () => {
  it.each<[string, Awards, string[]]>([
    ['none of none', {}, []],
    ['one in softcore', { 'beaten-softcore': 1 }, ['beaten-softcore']],
    [
      'one in hardcore, not the same in softcore',
      { 'beaten-softcore': 1, 'beaten-hardcore': 1 },
      ['beaten-hardcore'],
    ],
    [
      'completed beside beaten in hardcore',
      { 'beaten-softcore': 1, 'beaten-hardcore': 2, completed: 3 },
      ['beaten-hardcore', 'completed'],
    ],
    [
      'at most two',
      { 'beaten-softcore': 1, 'beaten-hardcore': 2, completed: 3, mastered: 4 },
      ['beaten-hardcore', 'mastered'],
    ],
    ['one in hardcore that a record has alone', { mastered: 4 }, ['mastered']],
  ])('%s', (_, awards, kinds) => {
    const shown = shownAwards(awards);
    expect(shown.map(({ kind }) => kind)).toEqual(kinds);
    for (const { kind, at } of shown) expect(at).toBe(awards[kind]);
  });
});
