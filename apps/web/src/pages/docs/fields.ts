import { refName, type Schema } from './open-api.ts';

/** A field of an answer, as a row of a table. */
export interface Field {
  readonly name: string;
  /** The names of the fields that it is in, the outermost first. */
  readonly within: readonly string[];
  /** `integer`, `string or null`, `array of objects`. */
  readonly type: string;
  readonly description: string;
  /** Whether it may be missing. */
  readonly isOptional: boolean;
}

type Schemas = Readonly<Record<string, Schema>>;

/** The fields of a schema, each followed by those in it, through arrays, dictionaries and references. */
export function fieldsOf(schema: Schema, schemas: Schemas, within: readonly string[] = []): Field[] {
  return partsOf(schema, schemas).flatMap(
    ({ properties = {}, required = [], items, patternProperties = {} }) => [
      ...Object.entries(properties).flatMap(([name, field]) => [
        {
          name,
          within,
          type: typeOf(field, schemas),
          description: descriptionOf(field, schemas),
          isOptional: !required.includes(name),
        },
        ...fieldsOf(field, schemas, [...within, name]),
      ]),
      ...[...(items ? [items] : []), ...Object.values(patternProperties)].flatMap((inner) =>
        fieldsOf(inner, schemas, within),
      ),
    ],
  );
}

/** What a value is, for people: `0 or 1`, `object or {}`, `dictionary of arrays of integers`. */
export function typeOf(schema: Schema, schemas: Schemas): string {
  return listed([...new Set(partsOf(schema, schemas).flatMap((part) => typesOf(part, schemas)))]);
}

/** What is said of it, and of what it holds where that has no name of its own. */
export function descriptionOf(schema: Schema, schemas: Schemas): string {
  const said = partsOf(schema, schemas).flatMap((part) => [
    part.description ?? '',
    ...[...(part.items ? [part.items] : []), ...Object.values(part.patternProperties ?? {})].map((inner) =>
      descriptionOf(inner, schemas),
    ),
  ]);
  const own = schema.anyOf === undefined ? '' : (schema.description ?? '');
  return [...new Set([own, ...said])].filter(Boolean).join(' ');
}

/** The schemas of which a value is one: itself, where it is no choice. */
function partsOf(schema: Schema, schemas: Schemas): Schema[] {
  const { $ref, anyOf } = schema;
  if ($ref !== undefined) return partsOf(schemas[refName({ $ref })] ?? {}, schemas);
  return anyOf?.flatMap((option) => partsOf(option, schemas)) ?? [schema];
}

function typesOf(part: Schema, schemas: Schemas): string[] {
  const { type = 'anything', items, patternProperties, properties = {} } = part;
  if (part.enum) return part.enum.map((value) => JSON.stringify(value));
  if (items) return [`array of ${several(typeOf(items, schemas))}`];
  const [value] = Object.values(patternProperties ?? {});
  if (value) return [`dictionary of ${several(typeOf(value, schemas))}`];
  return [type === 'object' && Object.keys(properties).length === 0 ? '{}' : type];
}

function several(type: string): string {
  const [, first, rest] = /^(array|dictionary)( of .*)$/.exec(type) ?? [];
  if (first !== undefined) return `${first === 'array' ? 'arrays' : 'dictionaries'}${rest}`;
  return /^\w+$/.test(type) ? `${type}s` : type;
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
