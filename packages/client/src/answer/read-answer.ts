import type { Endpoint } from '../endpoint.ts';
import { camelCase } from './camel-case.ts';
import { isObject } from './json.ts';

/**
 * An answer, or a part of one, in the form of this client: names in camel case, numbers and booleans where they are
 * documented.
 */
export function readAnswer(value: unknown, endpoint: Endpoint): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const entry of value) list.push(readAnswer(entry, endpoint));
    return list;
  }
  const known = endpoint.readEntry?.(value);
  if (known) {
    // Loops, and not lists of the keys, which would take ten times as long.
    let others = 0;
    for (const name in known) others -= known[name] === undefined ? Number.NaN : 1;
    if (others) for (const _ in value) others += 1;
    if (others === 0) return known;
  }
  const answer: Record<string, unknown> = {};
  for (const key in value) {
    const name = camelCase(key);
    // As a template, since V8 compiles a plain `value[key]` here for objects that the next collection takes away.
    answer[name] = known?.[name] ?? (endpoint.casts[key] ?? readAnswer)(value[`${key}`], endpoint);
  }
  return answer;
}

/** What is documented as a boolean, and is 0 or 1 on the wire. */
export function toBoolean(value: unknown): unknown {
  return value == null ? value : Number(value) === 1 || value === 'true';
}

/** What is documented as a number; the public service has sent text for some. */
export function toNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value;
}
