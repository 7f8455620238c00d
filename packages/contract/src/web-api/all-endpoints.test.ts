import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Check, Clean, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type AnyEndpoint, isEndpoint, LAURELS_OWN } from '../endpoint.ts';
import { openApiDocument } from '../openapi.ts';
import { parseQuery } from '../query.ts';

/** Every endpoint of this folder: a new file is tested by being there. */
const endpoints = await endpointsOfThisFolder();

async function endpointsOfThisFolder(): Promise<AnyEndpoint[]> {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(new URL(file, import.meta.url).href)),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isEndpoint);
}

it('finds the endpoints', () => {
  expect(endpoints.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'GetAchievementDistribution',
      'GetAchievementUnlocks',
      'GetUserCompletionProgress',
      'GetUserProgress',
    ]),
  );
});

describe.each(endpoints)('$name', ({ name, path, documentation, tag, params, response, example }) => {
  it("has the path and the page of its name, and Laurel's own are told by theirs", () => {
    expect(path).toBe(`/API/API_${name}.php`);
    expect([name.startsWith('Laurel'), tag === 'Laurel']).toEqual(Array(2).fill(documentation === null));
    if (documentation === null) return;
    const page = name
      .replace('ID', 'Id')
      .replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
      .toLowerCase();
    expect(documentation).toBe(`https://api-docs.retroachievements.org/v1/${page}.html`);
  });

  it('takes the documented query', () => {
    expect(parseQuery(params, example.query)).toMatchObject({ ok: true });
  });

  it('has its documented example for a valid response', () => {
    expect(Errors(response, example.response)).toEqual([]);
    expect(Clean(response, structuredClone(example.response))).toEqual(example.response);
  });

  it('promises something: not everything is a valid response', () => {
    for (const other of [null, [null], 'text', { unknown: 1 }, { 1: null }])
      expect(Check(response, other)).toBe(false);
  });
});

describe('the OpenAPI document', () => {
  // As a reader gets it: JSON.
  const document = JSON.parse(JSON.stringify(openApiDocument(endpoints, { version: '0.1.0' })));

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('refers to nothing that is not in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      const target = reference.split('/').reduce((at, key) => at?.[key], document);
      expect(target, reference).toBeDefined();
    }
  });

  it('shows only examples that its own schemas accept', () => {
    const responses = [
      ...Object.values<Response>(document.components.responses),
      ...Object.values<Record<string, Operation>>(document.paths)
        .flatMap((item) => Object.values(item))
        .flatMap((operation) => Object.values(operation.responses)),
    ];
    let examples = 0;
    for (const { content } of responses) {
      if (content === undefined) continue;
      const media = content['application/json'];
      const schema = document.components.schemas[media.schema.$ref.replace('#/components/schemas/', '')];
      for (const { value } of Object.values(media.examples)) {
        expect(Errors(schema, value)).toEqual([]);
        examples += 1;
      }
    }
    expect(examples).toBeGreaterThan(endpoints.length);
  });

  it.each(endpoints)('describes GET and POST of $name', ({ name, path, params, example }) => {
    const { get, post } = document.paths[path];
    expect([get.operationId, post.operationId]).toEqual([name, `${name}ByPost`]);
    for (const operation of [get, post]) {
      const query = operation.parameters.filter((parameter: { in?: string }) => parameter.in === 'query');
      expect(query.map((parameter: { name: string }) => parameter.name)).toEqual(Object.keys(params));
      for (const parameter of query) {
        expect(parameter.required).toBe(params[parameter.name]?.default === undefined);
        const byDefault = params[parameter.name]?.default;
        expect(parameter.schema.default).toBe(Array.isArray(byDefault) ? byDefault.join() : byDefault);
        expect(parameter.example === undefined ? undefined : String(parameter.example)).toBe(
          example.query[parameter.name],
        );
      }
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(['200', '401', '422', '429', '500', '503']),
      );
    }
    expect(get.responses).toHaveProperty('304');
    expect(post.responses).not.toHaveProperty('304');
  });

  it.each(endpoints)(
    'says what the client calls the parameters of $name',
    ({ path, params, ...endpoint }) => {
      const { get } = document.paths[path];
      for (const [letter, argument] of Object.entries(endpoint.arguments)) {
        const called = get.parameters.find((parameter: { name?: string }) => parameter.name === letter);
        const { name, values } = typeof argument === 'string' ? { name: argument } : argument;
        expect(called['x-client-argument']).toEqual({ name, values, kind: params[letter]?.kind });
      }
    },
  );

  it('says once what every endpoint can answer with', () => {
    const { responses } = document.components;
    expect(Object.keys(responses)).toEqual([
      ...['not_modified', 'unauthorized', 'too_many_requests', 'internal', 'unavailable'],
    ]);
    expect(responses.not_modified.headers).toHaveProperty('ETag');
    expect(responses.too_many_requests.headers).toHaveProperty('Retry-After');
  });

  it.each(endpoints)('says where $name is documented, or that it is nowhere', ({ path, documentation }) => {
    for (const { description, externalDocs } of Object.values<Operation>(document.paths[path])) {
      expect(externalDocs?.url ?? null).toBe(documentation);
      expect(description.includes(LAURELS_OWN)).toBe(documentation === null);
    }
  });

  it('takes any one of the three ways to send a key', () => {
    expect(document.security).toEqual([{ y: [] }, { apiKey: [] }, { bearer: [] }]);
    expect(Object.keys(document.components.securitySchemes)).toEqual(['y', 'apiKey', 'bearer']);
  });

  it('names the server it is told to', () => {
    expect(openApiDocument([], { version: '1.0.0', serverUrl: 'https://laurel.example' }).servers).toEqual([
      { url: 'https://laurel.example' },
    ]);
  });
});

interface Operation {
  readonly description: string;
  readonly externalDocs?: { readonly url: string };
  readonly responses: Record<string, Response>;
}

interface Response {
  readonly content?: {
    readonly 'application/json': {
      readonly schema: { readonly $ref: string };
      readonly examples: Record<string, { readonly value: unknown }>;
    };
  };
}
