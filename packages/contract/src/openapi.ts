import type { TSchema } from 'typebox';
import { type AnyEndpoint, type ArgumentOfValues, LAURELS_OWN } from './endpoint.ts';
import {
  ERRORS,
  InvalidParameters,
  invalidParameters,
  type PlainErrorName,
  WebApiError,
  webApiError,
} from './errors.ts';
import type { Param, ParamKind } from './params.ts';
import { parseQuery } from './query.ts';

/** What every endpoint can answer with, beside what it says itself; a malformed query has a form of its own. */
const COMMON_ERRORS = [
  'unauthorized',
  'keys_disagree',
  'too_many_requests',
  'internal',
  'unavailable',
] as const satisfies readonly PlainErrorName[];

/**
 * The OpenAPI 3.1 document of these endpoints, in their order. What a call of `@laurel/client` is written from stands
 * in extensions: `x-client-function` of a GET, and `x-client-argument` of a parameter, {@link ClientArgument}.
 *
 * @param options.version the version of the server
 * @param options.serverUrl where the server answers; without one, where the document comes from
 */
export function openApiDocument(
  endpoints: readonly AnyEndpoint[],
  options: { readonly version: string; readonly serverUrl?: string },
) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Laurel Web API',
      version: options.version,
      description: [
        'A Web API compatible with version 1 of that of RetroAchievements.',
        'Send your web API key as `y`, as `X-API-Key`, or as `Authorization: Bearer`.',
        'The parameter `z` (a username) is accepted and not looked at.',
      ].join(' '),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: options.serverUrl ?? '/' }],
    tags: [...new Set(endpoints.map((endpoint) => endpoint.tag))].map((name) => ({ name })),
    security: [{ y: [] }, { apiKey: [] }, { bearer: [] }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, pathItem(endpoint)])),
    components: {
      securitySchemes: {
        y: { type: 'apiKey', in: 'query', name: 'y', description: 'The web API key, in the query.' },
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'X-API-Key',
          description: 'The web API key, in a header.',
        },
        bearer: { type: 'http', scheme: 'bearer', description: 'The web API key, as a bearer token.' },
      },
      schemas: {
        ...Object.fromEntries(endpoints.map(({ name, response }): [string, TSchema] => [name, response])),
        Error: WebApiError,
        InvalidParameters,
      },
      responses: SHARED_RESPONSES,
      headers: HEADERS,
      parameters: { IfNoneMatch: IF_NONE_MATCH },
    },
  };
}

/** A parameter as the client's function takes it. */
export interface ClientArgument {
  readonly name: string;
  readonly kind: ParamKind;
  /** What its values are on the wire, where the function takes others. */
  readonly values?: ArgumentOfValues['values'];
}

const HEADERS = {
  'RateLimit-Limit': integerHeader('How many requests may be made in the current window.'),
  'RateLimit-Remaining': integerHeader('How many of them are left.'),
  'RateLimit-Reset': integerHeader('Seconds until the window ends.'),
  'Retry-After': integerHeader('Seconds to wait before the next request.'),
  ETag: { description: 'The version of this answer, for `If-None-Match`.', schema: { type: 'string' } },
};

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an answer that you hold: where it still stands, the answer is an empty 304.',
  schema: { type: 'string' },
};

const RATE_LIMIT_HEADERS = headers('RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset');

/** What every endpoint can answer with, by the name of the first error; `not_modified` to a GET alone. */
const SHARED_RESPONSES: Readonly<Record<string, object>> = {
  not_modified: {
    description: 'The answer that `If-None-Match` names still stands.',
    headers: { ...RATE_LIMIT_HEADERS, ...headers('ETag') },
  },
  ...Object.fromEntries(
    [...byStatus(COMMON_ERRORS)].map(([status, names]) => [names[0], errorResponse(status, names)]),
  ),
};

function pathItem(endpoint: AnyEndpoint) {
  const parameters = Object.entries(endpoint.params).map(([letter, param]) =>
    parameter(letter, param, {
      example: endpoint.example.query[letter],
      argument: endpoint.arguments[letter] ?? letter,
    }),
  );
  const operation = {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.documentation === null
      ? { description: `${endpoint.description} ${LAURELS_OWN}` }
      : {
          description: endpoint.description,
          externalDocs: { description: 'The page that documents it', url: endpoint.documentation },
        }),
  };
  return {
    get: {
      operationId: endpoint.name,
      'x-client-function': functionOf(endpoint),
      ...operation,
      parameters: [...parameters, { $ref: '#/components/parameters/IfNoneMatch' }],
      responses: {
        ...responses(endpoint),
        304: { $ref: '#/components/responses/not_modified' },
      },
    },
    post: {
      operationId: `${endpoint.name}ByPost`,
      ...operation,
      parameters,
      responses: responses(endpoint),
    },
  };
}

/** `getConsoleIds`: what asks `GetConsoleIDs` in the client. */
function functionOf({ name }: AnyEndpoint): string {
  const words = name.replace(/^Laurel/, '').replaceAll('ID', 'Id');
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function parameter(
  letter: string,
  param: Param<unknown>,
  {
    example,
    argument,
  }: { readonly example: string | undefined; readonly argument: string | ArgumentOfValues },
) {
  const called: ClientArgument = {
    ...(typeof argument === 'string' ? { name: argument } : argument),
    kind: param.kind,
  };
  return {
    name: letter,
    in: 'query',
    required: param.default === undefined,
    description: param.description,
    schema: param.schema,
    ...(example === undefined
      ? {}
      : { example: param.schema.type === 'integer' ? Number(example) : example }),
    'x-client-argument': called,
  };
}

function responses(endpoint: AnyEndpoint): Record<string, object> {
  const own = endpoint.errors ?? [];
  const isOwn = (name: PlainErrorName) => own.includes(name);
  const errors = [...byStatus([...COMMON_ERRORS, ...own])].map(([status, names]) => [
    status,
    names.some(isOwn) ? errorResponse(status, names) : { $ref: `#/components/responses/${names[0]}` },
  ]);
  return {
    200: {
      description: endpoint.summary,
      headers: { ...RATE_LIMIT_HEADERS, ...headers('ETag') },
      content: json(endpoint.name, { documented: { value: endpoint.example.response } }),
    },
    ...Object.fromEntries(errors),
    ...malformedResponse(endpoint),
  };
}

function byStatus(names: readonly PlainErrorName[]): Map<number, PlainErrorName[]> {
  return Map.groupBy(names, (name) => ERRORS[name].status);
}

function errorResponse(status: number, names: readonly PlainErrorName[]) {
  const isLimit = status === ERRORS.too_many_requests.status;
  return {
    description: names.map((name) => ERRORS[name].title).join(' Or: '),
    headers: { ...RATE_LIMIT_HEADERS, ...(isLimit ? headers('Retry-After') : {}) },
    content: json('Error', Object.fromEntries(names.map((name) => [name, { value: webApiError(name) }]))),
  };
}

/** The 422 of an endpoint, with what it answers to a request without parameters for an example. */
function malformedResponse(endpoint: AnyEndpoint) {
  const reading = parseQuery(endpoint.params, {});
  const examples = reading.ok ? {} : { missing: { value: invalidParameters(reading.errors) } };
  const { status, title } = ERRORS.invalid_parameters;
  return {
    [status]: {
      description: `${title} Or: ${ERRORS.missing_parameter.title}`,
      headers: RATE_LIMIT_HEADERS,
      content: json('InvalidParameters', examples),
    },
  };
}

function json(schema: string, examples: Readonly<Record<string, { readonly value: unknown }>>) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples } };
}

function headers(...names: readonly (keyof typeof HEADERS)[]): Record<string, { readonly $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function integerHeader(description: string) {
  return { description, schema: { type: 'integer', minimum: 0 } };
}
