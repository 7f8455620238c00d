import { type AnyEndpoint, LAURELS_OWN } from '@laurel/contract';
import { camelCase } from '../src/answer/camel-case.ts';
import type { Schema } from '../src/validate/schema.ts';
import {
  type Argument,
  argumentLiteral,
  argumentsOf,
  payloadFields,
  payloadParameter,
} from './payload-type.ts';
import { responseSchema } from './response-schema.ts';
import { isFlag, resultType } from './result-type.ts';
import { docComment, lowerFirst, upperFirst, wrap } from './text.ts';

/** The module of an endpoint: its function, the types of what that takes and gives, and its iterator if it is a list. */
export function endpointSource(endpoint: AnyEndpoint): string {
  const schema = responseSchema(endpoint);
  const args = argumentsOf(endpoint);
  const { list } = endpoint;
  const data = dataSource(endpoint, args, schema);
  const casts = ['toBoolean', 'toNumber'].filter((cast) => data.includes(cast));
  return [
    ...(casts.length > 0 ? [`import { ${casts.join(', ')} } from '../answer/read-answer.ts';`] : []),
    `import type { Authorization } from '../authorization.ts';`,
    `import { call } from '../call.ts';`,
    `import type { Endpoint } from '../endpoint.ts';`,
    ...(list ? [`import { iterate, type Paging } from '../iterate.ts';`] : []),
    `import type { Options } from '../options.ts';`,
    '',
    data,
    payloadSource(endpoint, args),
    resultSource(endpoint, schema),
    functionSource(endpoint, args),
    ...(list ? [iteratorSource(endpoint, args, list)] : []),
  ].join('\n');
}

/** `AchievementUnlocks`: what an answer is called. */
export function nounOf(endpoint: AnyEndpoint): string {
  const asked = functionOf(endpoint);
  return asked.startsWith('get') ? asked.slice('get'.length) : `${upperFirst(asked)}Results`;
}

/** `getAchievementUnlocks`: what asks for it. */
function functionOf({ name }: AnyEndpoint): string {
  return camelCase(name.replace(/^Laurel/, ''));
}

/** Where it is documented, as a line of a doc comment. */
function source({ documentation }: AnyEndpoint): string {
  return documentation === null
    ? `${wrap(`${LAURELS_OWN} The authorization says where a Laurel is: \`baseUrl\`.`)}\n`
    : `@see ${documentation}`;
}

function dataSource(
  { name, list, sentAsText = [] }: AnyEndpoint,
  args: readonly Argument[],
  schema: Schema,
): string {
  const letters = args.map((argument) => `${argument.name}: '${argument.letter}'`).join(', ');
  const entry = entrySchema(list?.entries, schema);
  const castOf = castsOf(sentAsText);
  const casts = castsIn(name, schema, entry, castOf).map(([field, cast]) => `, ${field}: ${cast}`);
  const values = args.flatMap((argument) =>
    argument.values ? [`${argument.name}: ${JSON.stringify(argument.values)}`] : [],
  );
  return `const endpoint: Endpoint = {
    name: '${name}',
    letters: { ${letters} },${values.length > 0 ? `\nvalues: { ${values.join(', ')} },` : ''}
    casts: { __proto__: null${casts.join('')} },
    ${entry ? `readEntry: (entry) => ({ ${entryFields(entry, castOf)} }),` : ''}
  };\n`;
}

/** What an answer has most of: the entries of its list, or of its dictionary. */
function entrySchema(list: string | undefined, schema: Schema): Schema | undefined {
  const entry =
    list === undefined ? Object.values(schema.patternProperties ?? {})[0] : schema.properties?.[list]?.items;
  if (list !== undefined && entry === undefined) throw new Error(`${list} is no list`);
  return entry?.properties && entry;
}

function entryFields({ properties = {} }: Schema, castOf: CastOf): string {
  const fields = Object.entries(properties).map(([name, field]) => {
    const cast = castOf(name, field);
    return `${camelCase(name)}: ${cast ? `${cast}(entry.${name})` : `entry.${name}`}`;
  });
  return fields.join(', ');
}

function payloadSource(endpoint: AnyEndpoint, args: readonly Argument[]): string {
  return `${docComment(`What {@link ${functionOf(endpoint)}} is asked for.`)}export type ${nounOf(endpoint)}Payload = {\n${payloadFields(args)}};\n`;
}

function resultSource(endpoint: AnyEndpoint, schema: Schema): string {
  const type = resultType(schema, endpoint);
  const declaration = schema.properties
    ? `export interface ${nounOf(endpoint)} ${type}`
    : `export type ${nounOf(endpoint)} = ${type};`;
  return `${docComment(schema.description ?? `What {@link ${functionOf(endpoint)}} gives.`)}${declaration}\n`;
}

function functionSource(endpoint: AnyEndpoint, args: readonly Argument[]): string {
  const name = functionOf(endpoint);
  const noun = nounOf(endpoint);
  const comment = `${wrap(endpoint.description)}

${source(endpoint)}
@param options what differs from the authorization in this call: a signal, a timeout, …
@throws ApiError of the kind that says what happened
@example
const ${lowerFirst(noun)} = await ${name}(${exampleArguments(endpoint, args)});`;
  return `${docComment(comment)}export function ${name}(
    authorization: Authorization,
    payload: ${payloadParameter(args, `${noun}Payload`)},
    options?: Options,
  ): Promise<${noun}> {
    return ${endpoint.names ? namedCall(endpoint.names) : 'call(endpoint, authorization, payload, options)'};
  }\n`;
}

/** The call for a list of entries whose fields have numbers for names. */
function namedCall(names: NonNullable<AnyEndpoint['names']>): string {
  const fields = Object.entries(names).map(([number, name]) => `${name}: entry[${number}]`);
  return `call<Record<${Object.keys(names).join(' | ')}, never>[]>(endpoint, authorization, payload, options).then((entries) =>
    entries.map((entry) => ({ ${fields.join(', ')} })))`;
}

function iteratorSource(
  endpoint: AnyEndpoint,
  args: readonly Argument[],
  { entries, identity, total }: NonNullable<AnyEndpoint['list']>,
): string {
  const noun = nounOf(endpoint);
  const field = camelCase(entries);
  const max = endpoint.params.c?.max;
  if (max === undefined) throw new Error(`${endpoint.name} is a list without a maximum of c`);
  const name = `iterate${noun}`;
  const comment = `${wrap(`${endpoint.description} Page by page, for \`for await\`, which may be left at any time.`)}

${source(endpoint)}
@param options what differs from the authorization: a signal, a timeout for each page, …
@throws ApiError of the kind that says what happened
@example
for await (const entry of ${name}(${exampleArguments(endpoint, args)})) console.log(entry);`;
  return `${docComment(comment)}export function ${name}(
    authorization: Authorization,
    { pageSize, offset, ...payload }: ${payloadParameter(args, `Omit<${noun}Payload, 'count' | 'offset'> & Paging`)},
    options?: Options,
  ): AsyncGenerator<${noun}['${field}'][number], void, undefined> {
    return iterate(
      {
        endpoint: endpoint.name,
        read: (place, signal) =>
          ${functionOf(endpoint)}(authorization, { ...payload, ...place }, { ...options, signal }),
        entries: (page) => page.${field},
        total: (page) => page.${camelCase(total)},
        identity: (entry) => entry.${camelCase(identity)},
        max: ${max},
      },
      { pageSize, offset },
      options?.signal ?? authorization.signal,
    );
  }\n`;
}

function exampleArguments({ example }: AnyEndpoint, args: readonly Argument[]): string {
  const given = args.flatMap((argument) => {
    const text = example.query[argument.letter];
    return text === undefined ? [] : [`${argument.name}: ${argumentLiteral(argument, text)}`];
  });
  return given.length > 0 ? `authorization, { ${given.join(', ')} }` : 'authorization';
}

/**
 * What reads the fields of an answer outside of its entries. They go by name, wherever they are.
 *
 * @throws Error where fields of one name are read in two ways
 */
function castsIn(
  endpoint: string,
  schema: Schema,
  entry: Schema | undefined,
  castOf: CastOf,
): [string, Cast][] {
  const casts = new Map<string, Cast | undefined>();
  const outside = new Set<string>();
  visit(schema);
  return [...casts].flatMap(([name, cast]) => (cast && outside.has(name) ? [[name, cast]] : []));

  function visit(within: Schema): void {
    for (const [name, field] of Object.entries(within.properties ?? {})) {
      const cast = castOf(name, field);
      if (casts.has(name) && casts.get(name) !== cast)
        throw new Error(`${endpoint}: ${name} is of two kinds`);
      casts.set(name, cast);
      if (within !== entry) outside.add(name);
    }
    for (const part of [
      ...Object.values(within.properties ?? {}),
      ...Object.values(within.patternProperties ?? {}),
      ...(within.items ? [within.items] : []),
      ...(within.anyOf ?? []),
    ])
      visit(part);
  }
}

type Cast = 'toBoolean' | 'toNumber';

/** What reads a field, where it is more than renamed. */
type CastOf = (name: string, schema: Schema) => Cast | undefined;

function castsOf(sentAsText: readonly string[]): CastOf {
  return (name, schema) =>
    isFlag(schema) ? 'toBoolean' : sentAsText.includes(name) ? 'toNumber' : undefined;
}
