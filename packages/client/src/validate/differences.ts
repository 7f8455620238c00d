import { isObject } from '../answer/json.ts';
import type { Schema } from './schema.ts';

/** Where an answer is not what its schema says: `Unlocks[3].HardcoreMode: expected 0 or 1, got "x"`. */
export function* differences(schema: Schema, value: unknown, path = ''): Generator<string> {
  if (!fits(schema, value)) yield `${path || 'the answer'}: expected ${nameOf(schema)}, got ${shown(value)}`;
  else if (schema.anyOf) {
    // With one of them there is no difference, or those from the first that fits are told.
    const options = schema.anyOf.filter((option) => fits(option, value));
    const found = options.map((option) => [...differences(option, value, path)]);
    if (found.every(({ length }) => length > 0)) yield* found[0] ?? [];
  } else if (schema.items && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* differences(schema.items, item, `${path}[${index}]`);
  } else if (isObject(value)) yield* differencesOfFields(schema, value, path);
}

function* differencesOfFields(
  schema: Schema,
  value: Record<string, unknown>,
  path: string,
): Generator<string> {
  const { properties = {}, patternProperties = {}, optional = [], additionalProperties } = schema;
  const patterns = Object.entries(patternProperties);
  for (const name in properties) {
    if (!Object.hasOwn(value, name) && !optional.includes(name)) yield `${join(path, name)}: missing`;
  }
  for (const [name, field] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name)
      ? properties[name]
      : patterns.find(([pattern]) => new RegExp(pattern).test(name))?.[1];
    if (known) yield* differences(known, field, join(path, name));
    else if (additionalProperties === false) yield `${join(path, name)}: not documented`;
  }
}

/** Whether a value fits a schema by itself; what is in it is looked at after. */
function fits(schema: Schema, value: unknown): boolean {
  const { anyOf, enum: choices, pattern, minimum = -Infinity } = schema;
  if (anyOf) return anyOf.some((option) => fits(option, value));
  if (choices) return choices.some((choice) => choice === value);
  switch (schema.type) {
    case 'object':
      return isObject(value) && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'null':
      return value === null;
    case 'string':
      return typeof value === 'string' && (pattern === undefined || new RegExp(pattern).test(value));
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= minimum;
    case 'number':
      return typeof value === 'number' && value >= minimum;
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}

function nameOf({ anyOf, enum: choices, type, pattern, minimum }: Schema): string {
  if (anyOf) return anyOf.map(nameOf).join(' or ');
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' or ');
  if (pattern !== undefined) return `${type} like ${pattern}`;
  return minimum === undefined ? `${type}` : `${type} from ${minimum}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return isObject(value) ? 'object' : JSON.stringify(value).slice(0, 60);
}

function join(path: string, name: string): string {
  if (/^\d/.test(name)) return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}
