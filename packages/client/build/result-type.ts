import type { AnyEndpoint } from '@laurel/contract';
import { camelCase } from '../src/answer/camel-case.ts';
import type { Schema } from '../src/validate/schema.ts';
import { docComment } from './text.ts';

/** How an endpoint's fields are read. */
export type Reading = Pick<AnyEndpoint, 'names' | 'sentAsText'>;

/** The TypeScript type of an answer in the form of this client, as source. */
export function resultType(schema: Schema, reading: Reading): string {
  if (schema.anyOf) return schema.anyOf.map((option) => resultType(option, reading)).join(' | ');
  if (isFlag(schema)) return 'boolean';
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  switch (schema.type) {
    case 'object':
      return objectType(schema, reading);
    case 'array':
      return schema.items ? `Array<${resultType(schema.items, reading)}>` : 'unknown[]';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      throw new Error(`no type for ${JSON.stringify(schema)}`);
  }
}

/** Whether a field is 0 or 1 on the wire, where the documented pages show a boolean for this client. */
export function isFlag(schema: Schema): boolean {
  return schema.enum?.join() === '0,1';
}

function objectType({ properties, patternProperties, required = [] }: Schema, reading: Reading): string {
  if (patternProperties) {
    const [value] = Object.values(patternProperties);
    return `Record<number, ${value ? resultType(value, reading) : 'unknown'}>`;
  }
  if (Object.keys(properties ?? {}).length === 0) return 'Record<string, never>';
  const fields = Object.entries(properties ?? {}).map(([name, field]) => {
    const mark = required.includes(name) ? '' : '?';
    const type = resultType(field, reading);
    const read = reading.sentAsText?.includes(name) ? type.replace('string', 'number') : type;
    const called = reading.names?.[Number(name)] ?? camelCase(name);
    return `${docComment(descriptionOf(field))}${called}${mark}: ${read};\n`;
  });
  return `{\n${fields.join('')}}`;
}

function descriptionOf(schema: Schema): string {
  const own = isFlag(schema) ? undefined : schema.description;
  return own ?? schema.anyOf?.map(descriptionOf).find(Boolean) ?? '';
}
