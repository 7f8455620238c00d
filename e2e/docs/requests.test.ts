import { execFileSync } from 'node:child_process';
import { openApiDocument } from '@laurel/contract';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { endpoints } from '../../apps/server/src/testing/endpoints.ts';
import { clientCallOf } from '../../apps/web/src/pages/docs/client-call.ts';
import { fieldsOf } from '../../apps/web/src/pages/docs/fields.ts';
import { endpointsOf, readReference } from '../../apps/web/src/pages/docs/reference.ts';
import { curlOf, shellQuoted, urlOf } from '../../apps/web/src/pages/docs/request.ts';
import { awkwardText } from '../../apps/web/src/pages/docs/testing/awkward-text.ts';
import * as client from '../../packages/client/src/index.ts';

const ORIGIN = 'http://laurel.test';
const KEY = 'abc';

// As the website gets it: JSON.
const document = JSON.parse(JSON.stringify(openApiDocument(endpoints, { version: '0.1.0' })));
const reference = readReference(document);

test('the reference has every endpoint, each under its heading', () => {
  expect(
    reference.groups.flatMap((group) => group.endpoints.map(({ name }) => `${group.tag}: ${name}`)).sort(),
  ).toEqual(endpoints.map(({ tag, name }) => `${tag}: ${name}`).sort());
  expect(reference.groups.every((group) => group.endpoints.length > 0)).toBe(true);
});

test('the reference has every status that is documented, each with words', () => {
  const statuses = Object.values<{ get: { responses: object } }>(document.paths).flatMap(({ get }) =>
    Object.keys(get.responses),
  );
  expect(reference.errors.map(({ status }) => String(status))).toEqual(
    [...new Set(statuses)].filter((status) => status !== '200').sort(),
  );
  for (const { words } of reference.errors) expect(words.join('')).toMatch(/^[A-Z].*\.$/s);
  expect(reference.errors.find(({ status }) => status === 401)?.words).toHaveLength(2);
});

describe.each(endpointsOf(reference))('$name', (endpoint) => {
  const values = Object.fromEntries(
    endpoint.parameters.flatMap(({ name, example }) =>
      example === undefined ? [] : [[name, String(example)] as const],
    ),
  );
  const request = { origin: ORIGIN, path: endpoint.path, values, key: KEY };

  it('has every field of its documented example in its table', () => {
    const fields = new Set(fieldsOf(endpoint.response, reference.schemas).map(({ name }) => name));
    for (const name of namesIn(endpoint.example)) expect(fields).toContain(name);
  });

  it('is asked for the same by the call of the client as by the line for a shell', async () => {
    const asked: Request[] = [];
    await run(
      clientCallOf({ endpoint, request, username: 'Ada' }),
      endpoint.clientFunction,
      async (url, init) => {
        asked.push(new Request(url, init as RequestInit));
        return Response.json(endpoint.example);
      },
    );
    expect(asked).toHaveLength(1);
    const { origin, pathname, searchParams } = new URL(asked[0]?.url ?? '');
    expect([origin, pathname, asked[0]?.headers.get('x-api-key')]).toEqual([ORIGIN, endpoint.path, KEY]);
    expect([...searchParams].sort()).toEqual([...new URL(urlOf(request)).searchParams].sort());
    expect(curlOf(request)).toBe(`curl -H 'X-API-Key: ${KEY}' '${urlOf(request)}'`);
  });
});

/** The names of fields in a documented answer; the keys of dictionaries are numbers. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(Number(name) > 0 ? [] : [name]),
    ...namesIn(inner),
  ]);
}

/** Runs a program that the reference shows, with something else that sends its requests. */
async function run(source: string, functionName: string, fetch: client.Fetch): Promise<void> {
  const program = source.replace(/^import .*\n/, '').replace('buildAuthorization({', '$&\n fetch,');
  const AsyncFunction = run.constructor as FunctionConstructor;
  await new AsyncFunction('buildAuthorization', functionName, 'fetch', program)(
    client.buildAuthorization,
    new Map(Object.entries(client)).get(functionName),
    fetch,
  );
}

test('whatever is in a text, it is one word for a shell, and the same', () => {
  // A process can be given no text with a NUL in it.
  const word = awkwardText().map((text) => text.replaceAll('\0', '').toWellFormed());
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 50 }), (words) => {
      const line = `printf '%s\\0' ${words.map(shellQuoted).join(' ')}`;
      expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: 30 },
  );
});
