import type { Endpoint } from '../endpoint.ts';
import { camelCase } from './camel-case.ts';
import { isObject } from './json.ts';

/**
 * An answer, or a part of one, in the form of this client: names in camel case, numbers and booleans where they are
 * documented.
 *
 * @param known the documented fields of it, where it is an entry of a list that has been read already
 */
export function readAnswer(
  value: unknown,
  endpoint: Endpoint,
  known?: Readonly<Record<string, unknown>>,
): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map((entry) => readEntry(entry, endpoint));
  const answer: Record<string, unknown> = {};
  for (const key in value) {
    const name = camelCase(key);
    // As a template, since V8 compiles a plain `value[key]` here for objects that the next collection takes away.
    answer[name] = known?.[name] ?? (endpoint.casts[key] ?? readAnswer)(value[`${key}`], endpoint);
  }
  return answer;
}

function readEntry(entry: unknown, endpoint: Endpoint): unknown {
  if (!isObject(entry)) return entry;
  const known = endpoint.readEntry?.(entry);
  if (known) {
    // Loops, and not lists of the keys, which would take ten times as long.
    let others = 0;
    for (const _ in entry) others += 1;
    for (const name in known) others -= known[name] === undefined ? Number.NaN : 1;
    if (others === 0) return known;
  }
  return readAnswer(entry, endpoint, known);
}

/** What is documented as a boolean, and is 0 or 1 on the wire. */
export function toBoolean(value: unknown): unknown {
  return value == null ? value : /^(1|true)$/.test(`${value}`);
}

/** What is documented as a number; the public service has sent text for some. */
export function toNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value;
}
