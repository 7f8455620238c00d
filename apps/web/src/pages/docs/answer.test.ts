import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, outcomeOf, partsOf, sizeWords } from './answer.ts';

describe('an answer', () => {
  it('is shown in lines', () => {
    expect(outcomeOf(200, '{"a":[1]}', 5)).toEqual({
      status: 200,
      problem: undefined,
      fields: {},
      took: 5,
      bytes: 9,
      text: '{\n  "a": [\n    1\n  ]\n}',
    });
  });

  it('is counted in bytes, not in characters', () => {
    expect(outcomeOf(200, '"é"', 5)).toMatchObject({ bytes: 4 });
  });

  it('says what is wrong, and with which parameter', () => {
    const message = 'The u field is required. (and 1 more error)';
    const body = JSON.stringify({
      message,
      errors: { u: ['The u field is required.'], i: ['Bad.', 'Very.'] },
    });
    expect(outcomeOf(422, body, 5)).toMatchObject({
      problem: message,
      fields: { u: 'The u field is required.', i: 'Bad. Very.' },
    });
    const other = JSON.stringify({ message: 'Unauthenticated.', errors: [{ status: '401' }] });
    expect(outcomeOf(401, other, 5)).toMatchObject({ problem: 'Unauthenticated.', fields: {} });
  });

  it.each(['<h1>Bad gateway</h1>', '', '{"message":1}', 'null', '[]'])(
    'may be no JSON of ours: %s',
    (body) => {
      expect(outcomeOf(502, body, 5)).toMatchObject({
        problem: 'The server answered with HTTP 502.',
        fields: {},
      });
      expect(outcomeOf(422, body, 5).fields).toEqual({});
    },
  );
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [271_828, '271.8 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

describe('a long text', () => {
  const lines = fc
    .array(fc.constantFrom('', 'a', 'bc', 'def'), { minLength: 1 })
    .map((all) => all.join('\n'));

  it('is cut to its beginning, at the end of a line where there is one', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 20 }), (text, most) => {
        const beginning = beginningOf(text, most);
        expect(text.startsWith(beginning)).toBe(true);
        expect(beginning.length).toBeLessThanOrEqual(most);
        expect(beginning === '').toBe(text === '');
        const cutsLine = beginning !== text && text[beginning.length] !== '\n';
        if (cutsLine) expect(beginning.length).toBe(most);
      }),
    );
  });

  it('is the same in parts', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 5 }), (text, most) => {
        const parts = partsOf(text, most);
        expect(parts.join('\n')).toBe(text);
        for (const part of parts) expect(part.split('\n').length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
