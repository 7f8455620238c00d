import Type from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { faultOf } from './fault.ts';
import { WorldFormatError, wrongValue } from './format-error.ts';
import { WORLD_RECORDS, type WorldRecord } from './records.ts';

/**
 * Reads one line of a world file. Times become whole seconds since 1970, ULIDs upper case, MD5 lower case;
 * all else is kept to the letter.
 *
 * @throws WorldFormatError naming the field and what was expected
 */
export function decodeWorldLine(text: string): WorldRecord {
  const value = parseObject(text);
  const format = typeof value.type === 'string' ? FORMATS.get(value.type) : undefined;
  if (format === undefined) throw wrongValue('type', `one of ${[...FORMATS.keys()].join(', ')}`, value.type);
  if (!format.validator.Check(value)) throw faultOf(format.validator, value);
  for (const { name, decode } of format.codecs) {
    const field = value[name];
    if (field !== undefined) value[name] = decode(field);
  }
  // Checked against its schema and then decoded by that schema's codecs, which is what the type says.
  return value as WorldRecord;
}

/** Writes a record as one line, without a line break: always the same fields in the same order. */
export function encodeWorldRecord(record: WorldRecord): string {
  const format = FORMATS.get(record.type);
  if (format === undefined) throw new TypeError(`no world record is of type ${record.type}`);
  const given: Readonly<Record<string, unknown>> = record;
  const written: Record<string, unknown> = {};
  for (const name of format.fields) written[name] = given[name];
  for (const { name, encode } of format.codecs) {
    const field = given[name];
    if (field !== undefined) written[name] = encode(field);
  }
  return JSON.stringify(written);
}

/** What reading and writing one type of record takes, worked out once from its schema. */
interface Format {
  readonly validator: Validator;
  readonly fields: readonly string[];
  readonly codecs: readonly Codec[];
}

/** A field that is not the same in the file as in a record. */
interface Codec {
  readonly name: string;
  readonly decode: (value: unknown) => unknown;
  readonly encode: (value: unknown) => unknown;
}

const FORMATS: ReadonlyMap<string, Format> = new Map(
  Object.entries(WORLD_RECORDS).map(([type, schema]) => [type, formatOf(schema)]),
);

function formatOf(schema: Type.TObject): Format {
  const codecs: Codec[] = [];
  for (const [name, field] of Object.entries(schema.properties)) {
    if (Type.IsCodec(field)) codecs.push({ name, ...field['~codec'] });
  }
  return { validator: Compile(schema), fields: Object.keys(schema.properties), codecs };
}

function parseObject(text: string): Record<string, unknown> {
  const expected = 'a JSON object';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WorldFormatError(null, expected, `expected ${expected}, got text that is not JSON`);
  }
  if (!isObject(value)) throw wrongValue(null, expected, value);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
