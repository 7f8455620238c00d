import type { AnyEndpoint } from '@laurel/contract';
import type { Schema } from '../src/validate/schema.ts';

const KEYWORDS: Readonly<Record<Exclude<keyof Schema, 'optional'>, true>> = {
  ...{ type: true, description: true, properties: true, required: true, patternProperties: true },
  ...{ additionalProperties: true, items: true, enum: true, anyOf: true, pattern: true, minimum: true },
};

/**
 * The schema of an endpoint's response as plain data.
 *
 * @throws Error where the contract uses more of JSON Schema than the client knows: nothing is left unchecked silently
 */
export function responseSchema({ name, response }: AnyEndpoint): Schema {
  const schema: unknown = JSON.parse(JSON.stringify(response));
  assertKnown(schema, name);
  return schema;
}

/** The same without what is for people to read, and with what may be missing instead of what may not. */
export function compact({ description: _, required = [], ...schema }: Schema): Schema {
  const { properties, patternProperties, items, anyOf } = schema;
  const optional = Object.keys(properties ?? {}).filter((name) => !required.includes(name));
  return {
    ...schema,
    ...(optional.length > 0 ? { optional } : {}),
    ...(properties ? { properties: compactEach(properties) } : {}),
    ...(patternProperties ? { patternProperties: compactEach(patternProperties) } : {}),
    ...(items ? { items: compact(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(compact) } : {}),
  };
}

function compactEach(fields: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, compact(field)]));
}

function assertKnown(schema: unknown, where: string): asserts schema is Schema {
  if (!isRecord(schema)) throw new Error(`${where}: a schema should be an object`);
  for (const keyword of Object.keys(schema)) {
    if (!Object.hasOwn(KEYWORDS, keyword)) throw new Error(`${where}: the client does not know "${keyword}"`);
  }
  const { properties = {}, patternProperties = {}, anyOf = [], items } = schema;
  for (const [name, field] of Object.entries({ ...properties, ...patternProperties }))
    assertKnown(field, `${where}.${name}`);
  for (const option of Object.values(anyOf)) assertKnown(option, where);
  if (items !== undefined) assertKnown(items, `${where}[]`);
}

function isRecord(value: unknown): value is Record<string, object> {
  return typeof value === 'object' && value !== null;
}
