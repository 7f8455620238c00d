import type { Endpoint } from '../endpoint.ts';
import { camelCase } from './camel-case.ts';
import { isObject } from './json.ts';

/** An answer in the form of this client: names in camel case, numbers and booleans where they are documented. */
export function readAnswer(body: unknown, { casts, readEntry }: Endpoint): unknown {
  return read(body);

  function read(value: unknown, readKnown?: Endpoint['readEntry']): unknown {
    if (!isObject(value)) return value;
    if (Array.isArray(value)) return value.map((entry) => read(entry, readEntry));
    const known = readKnown?.(value);
    if (known) {
      // Loops, and not lists of the keys, which would take ten times as long.
      let others = 0;
      for (const _ in value) others += 1;
      for (const name in known) others -= known[name] === undefined ? Number.NaN : 1;
      if (others === 0) return known;
    }
    const answer: Record<string, unknown> = {};
    for (const key in value) {
      const name = camelCase(key);
      answer[name] = known?.[name] ?? (casts[key] ?? read)(value[key]);
    }
    return answer;
  }
}

/** What is documented as a boolean, and is 0 or 1 on the wire. */
export function toBoolean(value: unknown): unknown {
  return value == null ? value : /^(1|true)$/.test(`${value}`);
}

/** What is documented as a number; the public service has sent text for some. */
export function toNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value;
}
