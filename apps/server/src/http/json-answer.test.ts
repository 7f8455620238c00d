import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { jsonAnswer, matches } from './json-answer.ts';

const ETAG = '"abc-_0"';

test.each(['{}', '"Pokémon"', '"ゼルダの伝説"', '"🏆"', JSON.stringify('é'.repeat(20_000))])(
  'an answer is the UTF-8 of its text, and has an ETag of that',
  (text) => {
    const utf8 = Buffer.from(text, 'utf8');
    const { body, bytes, etag } = jsonAnswer(text);
    expect(Buffer.from(body)).toEqual(utf8);
    expect(bytes).toBe(utf8.length);
    expect(etag).toBe(`"${createHash('sha1').update(utf8).digest('base64url')}"`);
  },
);

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
