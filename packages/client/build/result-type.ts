import { camelCase } from '../src/answer/camel-case.ts';
import type { Schema } from '../src/validate/schema.ts';
import { docComment } from './text.ts';

/** The TypeScript type of an answer in the form of this client, as source. */
export function resultType(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(resultType).join(' | ');
  if (isFlag(schema)) return 'boolean';
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  switch (schema.type) {
    case 'object':
      return objectType(schema);
    case 'array':
      return schema.items ? `Array<${resultType(schema.items)}>` : 'unknown[]';
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

function objectType({ properties, patternProperties, required = [] }: Schema): string {
  if (patternProperties) {
    const [value] = Object.values(patternProperties);
    return `Record<number, ${value ? resultType(value) : 'unknown'}>`;
  }
  const fields = Object.entries(properties ?? {}).map(([name, field]) => {
    const mark = required.includes(name) ? '' : '?';
    return `${docComment(descriptionOf(field))}${camelCase(name)}${mark}: ${resultType(field)};\n`;
  });
  return `{\n${fields.join('')}}`;
}

function descriptionOf(schema: Schema): string {
  const own = isFlag(schema) ? undefined : schema.description;
  return own ?? schema.anyOf?.map(descriptionOf).find(Boolean) ?? '';
}
