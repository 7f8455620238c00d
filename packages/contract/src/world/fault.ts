import Type from 'typebox';
import type { Validator } from 'typebox/compile';
import { unknownField, type WorldFormatError, wrongValue } from './format-error.ts';

/**
 * The error for a value that its schema refuses. A field that is not known comes first, as it is often
 * another one misspelt; then one that is missing; then one that is wrong. Only a bad line pays for this.
 */
export function faultOf(validator: Validator, value: unknown): WorldFormatError {
  const errors = validator.Errors(value);
  const fault = errors.find((error) => error.keyword === 'additionalProperties') ?? errors[0];
  const place = placeOf(validator.Type(), value, fault?.instancePath ?? '');
  if (fault?.keyword === 'additionalProperties') {
    const [name = ''] = fault.params.additionalProperties;
    return unknownField(
      fieldOf(place, name),
      Type.IsObject(place.schema) ? Object.keys(place.schema.properties) : [],
    );
  }
  const wrong = fault?.keyword === 'required' ? step(place, fault.params.requiredProperties[0] ?? '') : place;
  return wrongValue(wrong.field, expectationOf(wrong.schema), wrong.value);
}

/** A place in a value: its name, what stands there, and what should. */
interface Place {
  readonly field: string | null;
  readonly value: unknown;
  readonly schema: Type.TSchema;
}

/** Where a JSON pointer made of known fields and of positions leads. */
function placeOf(schema: Type.TSchema, value: unknown, pointer: string): Place {
  return pointer.split('/').slice(1).reduce(step, { field: null, value, schema });
}

function step(from: Place, name: string): Place {
  const value = typeof from.value === 'object' ? Object.entries(from.value ?? {}) : [];
  return {
    field: fieldOf(from, name),
    value: value.find(([key]) => key === name)?.[1],
    schema: partOf(from.schema, name),
  };
}

function partOf(schema: Type.TSchema, name: string): Type.TSchema {
  if (Type.IsArray(schema)) return schema.items;
  return (Type.IsObject(schema) ? schema.properties[name] : undefined) ?? Type.Unknown();
}

function fieldOf(from: Place, name: string): string {
  if (from.field === null) return name;
  return Type.IsArray(from.schema) ? `${from.field}[${name}]` : `${from.field}.${name}`;
}

function expectationOf(schema: Type.TSchema): string {
  return 'description' in schema && typeof schema.description === 'string'
    ? schema.description
    : 'another value';
}
