import { defineWrittenEndpoint } from '@laurel/contract';
import { asciiText } from '@laurel/contract/json-writer';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { jsonAnswer } from '../http/json-answer.ts';
import { presented } from './presented.ts';

const numbers = defineWrittenEndpoint({
  name: 'LaurelNumbers',
  summary: 'Numbers',
  description: 'A list of numbers.',
  tag: 'Laurel',
  documentation: null,
  params: {},
  arguments: {},
  response: Type.Object({ Count: Type.Integer(), Numbers: Type.Array(Type.Integer()) }),
  example: { query: {}, response: { Count: 0, Numbers: [] } },
  write: (values: Iterable<number>, json) => {
    json.ascii(asciiText('{"Count":1,"Numbers":['));
    for (const value of values) json.integer(value);
    json.ascii(asciiText(']}'));
  },
});

test('what an endpoint writes is an answer like any other', () => {
  expect(presented(numbers, [7] as never)).toEqual(jsonAnswer('{"Count":1,"Numbers":[7]}'));
});

test('an answer that fails half-way leaves nothing to the next one', () => {
  function* failing() {
    yield 1;
    throw new Error('no more');
  }
  expect(() => presented(numbers, failing() as never)).toThrow('no more');
  expect(presented(numbers, [7] as never)).toEqual(jsonAnswer('{"Count":1,"Numbers":[7]}'));
});
