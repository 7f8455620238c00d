import {
  type OpenApi,
  type Operation,
  type Parameter,
  type Ref,
  type Response,
  refName,
  type Schema,
} from './open-api.ts';

/** The reference as its pages show it. */
export interface Reference {
  readonly groups: readonly EndpointGroup[];
  /** What goes wrong, by status. */
  readonly errors: readonly StatusWords[];
  /** What a schema that is only referred to is. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** The endpoints under one heading. */
export interface EndpointGroup {
  readonly tag: string;
  readonly endpoints: readonly Endpoint[];
}

export interface Endpoint {
  /** `GetUserProgress` */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** The documented page that it follows; undefined for one of Laurel's own. */
  readonly documentation: string | undefined;
  /** `/API/API_GetUserProgress.php` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** What asks for it in `@laurel/client`. */
  readonly clientFunction: string;
  readonly response: Schema;
  /** The documented answer. */
  readonly example: unknown;
  /** What it answers with beside the rest, that other endpoints do not. */
  readonly ownErrors: readonly StatusWords[];
}

export interface StatusWords {
  readonly status: number;
  /** Sentences; more than one where a status has several reasons. */
  readonly words: readonly string[];
}

/** Makes the reference from the document. */
export function readReference({ tags, paths, components }: OpenApi): Reference {
  const operations = Object.values(paths).map(({ get }) => get);
  const responseOf = (response: Response | Ref) =>
    '$ref' in response ? components.responses[refName(response)] : response;
  const endpoints = Object.entries(paths).map(([path, { get }]) => ({
    tag: get.tags[0],
    ...endpointOf(path, get, components.schemas),
  }));
  return {
    groups: tags.map(({ name }) => ({ tag: name, endpoints: endpoints.filter(({ tag }) => tag === name) })),
    errors: errorsOf(
      operations
        .flatMap(({ responses }) => Object.entries(responses))
        .map(([status, response]) => [status, responseOf(response)]),
    ),
    schemas: components.schemas,
  };
}

/** Every endpoint of the reference, in its order. */
export function endpointsOf({ groups }: Pick<Reference, 'groups'>): Endpoint[] {
  return groups.flatMap(({ endpoints }) => endpoints);
}

function endpointOf(path: string, operation: Operation, schemas: OpenApi['components']['schemas']): Endpoint {
  const { 200: answer, 422: _, ...others } = operation.responses;
  const content = answer && 'content' in answer ? answer.content?.['application/json'] : undefined;
  const own = Object.entries(others).filter((entry): entry is [string, Response] => !('$ref' in entry[1]));
  return {
    name: operation.operationId,
    summary: operation.summary,
    description: operation.description,
    documentation: operation.externalDocs?.url,
    path,
    parameters: operation.parameters.filter((parameter): parameter is Parameter => 'name' in parameter),
    clientFunction: operation['x-client-function'],
    response: (content && schemas[refName(content.schema)]) ?? {},
    example: Object.values(content?.examples ?? {})[0]?.value,
    ownErrors: errorsOf(own),
  };
}

/** What is said of each status, each sentence once. */
function errorsOf(responses: readonly (readonly [string, Response | undefined])[]): StatusWords[] {
  const byStatus = new Map<number, Set<string>>();
  for (const [status, response] of responses) {
    if (status === '200' || response === undefined) continue;
    const words = byStatus.get(Number(status)) ?? new Set();
    for (const sentence of sentencesOf(response)) words.add(sentence);
    byStatus.set(Number(status), words);
  }
  return [...byStatus].sort(([a], [b]) => a - b).map(([status, words]) => ({ status, words: [...words] }));
}

/** What the server itself says, where it says the same each time; it has what to do about it, too. */
function sentencesOf({ description, content }: Response): string[] {
  const { schema, examples = {} } = content?.['application/json'] ?? {};
  const said = Object.values(examples).map(({ value }) => messageOf(value));
  const isSaid = schema !== undefined && refName(schema) === 'Error' && said.length > 0;
  return isSaid ? said.filter((message) => message !== undefined) : [description];
}

/** What an error of the Web API says for people. */
export function messageOf(body: unknown): string | undefined {
  const isError = typeof body === 'object' && body !== null && 'message' in body;
  return isError && typeof body.message === 'string' ? body.message : undefined;
}
