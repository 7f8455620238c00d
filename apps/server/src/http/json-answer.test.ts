import { expect, test } from 'vitest';
import { matches } from './json-answer.ts';

const ETAG = '"abc-_0"';

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
