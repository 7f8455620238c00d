import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { encodingOf, jsonAnswer, matches, writtenAnswer } from './json-answer.ts';

const ETAG = '"abc-_0"';

const TEXTS = [
  '{}',
  '"Pokémon"',
  '"ゼルダの伝説"',
  '"🏆"',
  JSON.stringify('é'.repeat(20_000)),
  'x'.repeat(20_000),
];
/** As long as a text may be that is not long, with as many bytes as that can take. */
const LONGEST = '語'.repeat(16 * 1024);

describe.each([
  { of: 'a text', answerOf: jsonAnswer },
  { of: 'bytes', answerOf: (text: string) => writtenAnswer(Buffer.from(text)) },
])('an answer of $of', ({ answerOf }) => {
  test.each([...TEXTS, LONGEST])('is sent as its UTF-8, and has an ETag of that', (text) => {
    const utf8 = Buffer.from(text, 'utf8');
    const answer = answerOf(text);
    const { body, bytes, etag } = answer;
    expect(typeof body === 'string' ? Buffer.from(body, encodingOf(answer)) : body).toEqual(utf8);
    expect(bytes).toBe(utf8.length);
    expect(etag).toBe(`"${createHash('sha1').update(utf8).digest('base64url')}"`);
  });
});

test('an answer that was written stays as it is when another one is written', () => {
  for (const length of [10, 20_000]) {
    const writer = Buffer.alloc(length, 'a');
    const { body } = writtenAnswer(writer);
    writer.fill('b');
    expect(Buffer.from(body).toString()).toBe('a'.repeat(length));
  }
});

test.each([
  '"abc-_0"',
  'W/"abc-_0"',
  '*',
  ' * ',
  '"x","abc-_0"',
  '"x" , W/"abc-_0"',
  '"abc-_0", *',
  ' "abc-_0" ',
])('If-None-Match: %s names it', (header) => {
  expect(matches(header, ETAG)).toBe(true);
});

test.each([
  undefined,
  '',
  'abc-_0',
  '"abc"',
  '"ABC-_0"',
  'w/"abc-_0"',
  'W/W/"abc-_0"',
  '"x", "y"',
  ',',
  '"abc-_0',
])('If-None-Match: %s does not', (header) => {
  expect(matches(header, ETAG)).toBe(false);
});
