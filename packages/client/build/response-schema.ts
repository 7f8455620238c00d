import type { AnyEndpoint } from '@laurel/contract';
import type { Schema } from '../src/validate/schema.ts';

const KEYWORDS: Readonly<Record<keyof Schema, true>> = {
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

/** The same without what is for people to read. */
export function withoutDescriptions(schema: Schema): Schema {
  return JSON.parse(
    JSON.stringify(schema, (key, value) =>
      key === 'description' && typeof value === 'string' ? undefined : value,
    ),
  );
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
