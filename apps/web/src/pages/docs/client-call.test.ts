import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clientCallOf } from './client-call.ts';
import type { Parameter } from './open-api.ts';
import { awkwardText } from './testing/awkward-text.ts';

type Argument = Parameter['x-client-argument'];

function parameter(name: string, argument: Argument, schema: Parameter['schema']): Parameter {
  return { name, required: false, description: '', schema, 'x-client-argument': argument };
}

const PARAMETERS = [
  parameter('u', { name: 'username', kind: 'user' }, { type: 'string' }),
  parameter('i', { name: 'gameIds', kind: 'id list' }, { type: 'string' }),
  parameter('c', { name: 'count', kind: 'count' }, { type: 'integer' }),
  parameter('h', { name: 'hardcore', kind: 'choice' }, { type: 'integer', enum: [0, 1] }),
  parameter('f', { name: 'flags', kind: 'choice' }, { type: 'integer', enum: [3, 5] }),
  parameter('k', { name: 'kinds', kind: 'choice list' }, { type: 'string' }),
  parameter(
    't',
    { name: 'type', kind: 'choice', values: { scores: 0, masters: 1 } },
    { type: 'integer', enum: [0, 1] },
  ),
];

/** What the call is given, by running it. */
function givenBy(values: Readonly<Record<string, string>>, key = 'abc'): unknown[] {
  const source = clientCallOf({
    endpoint: { clientFunction: 'ask', parameters: PARAMETERS },
    request: { origin: 'http://laurel.test', values, key },
    username: 'Ada',
  });
  const [imported = '', ...program] = source.split('\n');
  expect(imported).toBe("import { buildAuthorization, ask } from '@laurel/client';");
  const body = program.join('\n').replace('await ', '');
  const run = new Function('buildAuthorization', 'ask', `${body}\nreturn answer;`);
  return run(
    (authorization: unknown) => authorization,
    (...given: unknown[]) => given,
  );
}

const AUTHORIZATION = { username: 'Ada', webApiKey: 'abc', baseUrl: 'http://laurel.test' };

it('gives the client what it takes, by its own names', () => {
  expect(givenBy({ u: 'Max', i: '1,2', c: '10', h: '1', f: '5', k: 'a,b', t: '1' })).toEqual([
    AUTHORIZATION,
    {
      ...{ username: 'Max', gameIds: [1, 2], count: 10, hardcore: true, flags: 5, kinds: ['a', 'b'] },
      type: 'masters',
    },
  ]);
});

it('leaves out what is empty', () => {
  expect(givenBy({})).toEqual([AUTHORIZATION]);
  expect(givenBy({ u: '', c: '1' })).toEqual([AUTHORIZATION, { count: 1 }]);
});

it('is a program, whatever was typed', () => {
  fc.assert(
    fc.property(awkwardText({ minLength: 1 }), awkwardText({ minLength: 1 }), (typed, key) => {
      expect(givenBy({ u: typed }, key)).toEqual([{ ...AUTHORIZATION, webApiKey: key }, { username: typed }]);
      expect(() => givenBy({ i: typed, c: typed, h: typed, k: typed, t: typed })).not.toThrow();
    }),
  );
});
