import { type AnyEndpoint, LONGEST_ID_LIST, type Param, type ParamSchema } from '@laurel/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { endpoints, goodQuery, urlOf } from '../testing/endpoints.ts';
import { describeOnBothEngines, openTestServer, type TestServer } from '../testing/test-server.ts';
import { testWorld } from '../testing/test-world.ts';

interface BadValue {
  readonly value: string;
  readonly problem: string;
}

/** What is not well formed for each kind of parameter (DESIGN.md, "The wire"), and what is said about it. */
function badValues({ kind, schema }: Pick<Param<unknown>, 'kind' | 'schema'>): BadValue[] {
  if (kind === 'date') return BAD_DATES;
  if (kind === 'choice list') return badChoices(schema);
  if (kind === 'text') return BAD_TEXTS;
  if (schema.type === 'string') return schema.pattern.includes('(?:,') ? BAD_ID_LISTS : BAD_USERS;
  if (schema.enum !== undefined) {
    const problem = `field must be ${schema.enum.join(' or ')}.`;
    return [...NO_INTEGERS, '-1', '4', '03', '10'].map((value) => ({ value, problem }));
  }
  const { minimum = 0, maximum } = schema;
  return [
    ...NO_INTEGERS.map((value) => ({ value, problem: 'field must be an integer.' })),
    ...[minimum - 1, -1, -99_999_999_999].map((value) => ({
      value: String(value),
      problem: `field must be at least ${minimum}.`,
    })),
    ...(maximum === undefined
      ? []
      : [maximum + 1, 2_147_483_648, '99999999999999999999'].map((value) => ({
          value: String(value),
          problem: `field must not be greater than ${maximum}.`,
        }))),
  ];
}

const NO_INTEGERS = [
  'x',
  ' 1',
  '1 ',
  '+1',
  '01',
  '-0',
  '1.0',
  '1e2',
  '0x1',
  '1,2',
  '１',
  '1\0',
  'NaN',
  'null',
  '[object Object]',
];

const BAD_USERS = [
  'a',
  'abcdefghijklmnopqrstu',
  'a b',
  ' ab',
  'ab\n',
  'ab\0',
  'a_b',
  'a-b',
  'Ünal',
  "ab'--",
  '01ARZ3NDEKTSV4RRFFQ69G5FA',
  '01ARZ3NDEKTSV4RRFFQ69G5FAVX',
  '01ARZ3NDEKTSV4RRFFQ69G5FAU',
].map((value) => ({
  value,
  problem: 'field must be a username (2 to 20 letters and digits) or a ULID (26 characters).',
}));

const BAD_DATES = [
  ...['x', '0', '2022', '2022-1-1', '2022-01-32', '2022-02-29', '2022-00-01', '1969-12-31', ' 2022-01-01'],
  ...['2022-01-01T00:00:00', '2022/01/01', '01-01-2022', '2022-01-01\0', '-2022-01-01'],
].map((value) => ({ value, problem: 'field must be a date (YYYY-MM-DD).' }));

const BAD_TEXTS = [' ', '\n\t ', 'x'.repeat(101), 'é'.repeat(101)].map((value) => ({
  value,
  problem: 'field must have 1 to 100 characters, beside the space around them.',
}));

function badChoices({ default: all = '' }: ParamSchema): BadValue[] {
  const [word = ''] = String(all).split(',');
  return ['x', ',', `${word},`, `,${word}`, `${word},,${word}`, `${word}, ${word}`, word.toUpperCase()].map(
    (value) => ({
      value,
      problem: `field must be a list of ${String(all).replaceAll(',', ', ')}, separated by commas.`,
    }),
  );
}

const BAD_ID_LISTS = [
  ...['x', '0', '-1', ',', '1,', ',1', '1,,2', '1, 2', '1;2', '1,x', '1,0', '01', '1.5', '1,2\0'].map(
    (value) => ({
      value,
      problem: 'field must be a list of IDs, separated by commas.',
    }),
  ),
  {
    value: Array.from({ length: LONGEST_ID_LIST + 1 }, (_, index) => index + 1).join(','),
    problem: `field must not have more than ${LONGEST_ID_LIST} items.`,
  },
];

function body(errors: Readonly<Record<string, readonly string[]>>) {
  const [first, ...others] = Object.values(errors).flat();
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more error${others.length === 1 ? '' : 's'})`;
  return { message: `${first}${more}`, errors };
}

const parameters = endpoints.flatMap((endpoint) =>
  Object.entries(endpoint.params).map(([letter, param]) => ({
    endpoint,
    name: endpoint.name,
    letter,
    param,
  })),
);

describeOnBothEngines('bad input', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { world: testWorld() });
  });

  async function expectProblem(endpoint: AnyEndpoint, url: string, errors: Record<string, string[]>) {
    const answer = await server.askWithKey(url);
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.json()).toEqual(body(errors));
    expect(Object.keys(errors).every((letter) => letter in endpoint.params)).toBe(true);
  }

  describe.each(parameters)('$name: $letter', ({ endpoint, letter, param }) => {
    test.each(badValues(param))('malformed: $value', async ({ value, problem }) => {
      const url = urlOf(endpoint, { ...goodQuery(endpoint), [letter]: value });
      await expectProblem(endpoint, url, { [letter]: [`The ${letter} ${problem}`] });
    });

    test('given twice, even the same', async () => {
      const value = goodQuery(endpoint)[letter] ?? '1';
      const url = `${urlOf(endpoint, { ...goodQuery(endpoint), [letter]: value })}&${letter}=${value}`;
      await expectProblem(endpoint, url, { [letter]: [`The ${letter} field must be given only once.`] });
    });

    const { [letter]: _, ...others } = goodQuery(endpoint);
    if (param.default === undefined) {
      test('required: missing or empty', async () => {
        const errors = { [letter]: [`The ${letter} field is required.`] };
        await expectProblem(endpoint, urlOf(endpoint, others), errors);
        await expectProblem(endpoint, urlOf(endpoint, { ...others, [letter]: '' }), errors);
      });
    } else {
      test('not required: missing or empty, it is its default', async () => {
        const absent = await server.askWithKey(urlOf(endpoint, others));
        expect([200, 404]).toContain(absent.statusCode);
        for (const value of ['', String(param.default)]) {
          const answer = await server.askWithKey(urlOf(endpoint, { ...others, [letter]: value }));
          expect([answer.statusCode, answer.body]).toEqual([absent.statusCode, absent.body]);
        }
      });
    }
  });

  test.each(endpoints.filter(({ params }) => Object.keys(params).length > 0))(
    '$name: everything that is wrong is told, parameter by parameter',
    async (endpoint) => {
      const letters = Object.keys(endpoint.params);
      // A text may be nearly anything.
      const bad = ({ kind }: Param<unknown>) => (kind === 'text' ? ' ' : '!');
      const values = Object.entries(endpoint.params).map(([letter, param]) => [letter, bad(param)]);
      const url = urlOf(endpoint, Object.fromEntries(values));
      const answer = await server.askWithKey(url);
      expect(Object.keys(answer.json().errors)).toEqual(letters);
      expect(answer.json()).toEqual(body(answer.json().errors));
    },
  );

  test.each(endpoints)('$name: what it does not know is not looked at', async (endpoint) => {
    const plain = await server.askWithKey(urlOf(endpoint));
    for (const extra of [
      'z=somebody',
      'z=a&z=b',
      'z=',
      '__proto__=1',
      'constructor=x',
      'toString',
      'A=9&U=x',
    ]) {
      const answer = await server.askWithKey(`${urlOf(endpoint)}&${extra}`);
      expect([answer.statusCode, answer.body]).toEqual([plain.statusCode, plain.body]);
    }
  });
});
