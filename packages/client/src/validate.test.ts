import type { AnyEndpoint } from '@laurel/contract';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { contractEndpoints } from '../build/contract-endpoints.ts';
import { buildAuthorization, getAchievementUnlocks } from './index.ts';
import { fakeFetch, json } from './testing/fake-fetch.ts';
import { differences } from './validate/differences.ts';
import { SCHEMAS } from './validate.ts';

const endpoints: AnyEndpoint[] = [...(await contractEndpoints()).values()];

function found(name: string, body: unknown): string[] {
  const schema = SCHEMAS[name];
  if (schema === undefined) throw new Error(`no schema of ${name}`);
  return [...differences(schema, body)];
}

/** Every place in a value, as the keys that lead to it. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [at, ...below.flatMap(([key, part]) => places(part, [...at, key]))];
}

/** A copy of a value with another one in one place. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part, index) => (String(index) === key ? replaced(part, rest, by) : part));
  const entries: [string, unknown][] = Object.entries(Object(value));
  return Object.fromEntries(
    entries.map(([name, part]) => [name, name === key ? replaced(part, rest, by) : part]),
  );
}

describe.each(endpoints)('$name', ({ name, response, example }) => {
  it('is as documented in its documented example', () => {
    expect(found(name, example.response)).toEqual([]);
  });

  it('differs exactly where the contract says so, whatever is in whichever place', () => {
    const values = fc.oneof(
      fc.constantFrom<unknown>(null, 0, 1, 2, -1, 1.5, '', '1', true, [], {}, 'progression', { 1: 1 }),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places(example.response)), values, (place, value) => {
        const body = JSON.parse(JSON.stringify(replaced(example.response, place, value)));
        expect(found(name, body).length === 0, JSON.stringify(body)).toBe(Check(response, body));
      }),
      { numRuns: 300 },
    );
  });
});

describe('validate: true', () => {
  const GOOD = endpoints.find(({ name }) => name === 'GetAchievementUnlocks')?.example.response;
  const ask = (body: unknown, validate: boolean) =>
    getAchievementUnlocks(
      buildAuthorization({ username: 'a', webApiKey: 'the-key', fetch: fakeFetch(json(body)).fetch }),
      { achievementId: 9 },
      { validate },
    );

  it('lets a documented answer through', async () => {
    await expect(ask(GOOD, true)).resolves.toMatchObject({ achievement: { id: 9 } });
  });

  it.each([
    [['Unlocks', '0', 'HardcoreMode'], 'yes', 'Unlocks[0].HardcoreMode: expected 0 or 1, got "yes"'],
    [['Unlocks', '0', 'RAPoints'], '7', 'Unlocks[0].RAPoints: expected integer from 0, got "7"'],
    [['Achievement', 'Type'], 'other', 'Achievement.Type: expected "progression" or "win_condition" or'],
    [['Console'], [], 'Console: expected object, got array'],
    [['Unlocks', '0'], {}, 'Unlocks[0].User: missing'],
    [[], [], 'the answer: expected object, got array'],
  ])('reports a difference at %j with its path', async (place, value, report) => {
    const error = await ask(replaced(GOOD, place, value), true).catch((reason) => reason);
    expect(error.name).toBe('UnexpectedResponseError');
    expect(error.message).toContain(report);
  });

  it('reports some of very many', async () => {
    const error = await ask(replaced(GOOD, ['Unlocks'], Array(1_000).fill(7)), true).catch(
      (reason) => reason,
    );
    expect(error.message).toContain('and 980 more');
  });

  it('is off by default', async () => {
    await expect(ask({}, false)).resolves.toEqual({});
  });
});
