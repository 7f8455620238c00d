import type { Endpoint, Field } from '../endpoint.ts';
import { camelCase } from './camel-case.ts';
import { isObject } from './json.ts';

/** How many names of fields are kept: all of the documented ones, and not every id that is the key of a dictionary. */
const KEPT_FIELDS = 500;

/** An answer in the form of this client: names in camel case, numbers and booleans where they are documented. */
export function readAnswer(body: unknown, endpoint: Endpoint): unknown {
  const { fields, numbers, booleans } = endpoint;
  return read(body);

  function read(value: unknown): unknown {
    if (!isObject(value)) return value;
    if (Array.isArray(value)) return value.map(read);
    const answer: Record<string, unknown> = {};
    for (const key in value) {
      const { name, cast } = fields.get(key) ?? learn(key);
      const part = value[key];
      // Most parts are neither objects nor cast; this loop is what the client costs.
      answer[name] = typeof part === 'object' ? read(part) : cast ? cast(part) : part;
    }
    return answer;
  }

  function learn(key: string): Field {
    const field = {
      name: camelCase(key),
      cast: booleans?.includes(key) ? toBoolean : numbers?.includes(key) ? toNumber : undefined,
    };
    if (fields.size < KEPT_FIELDS) fields.set(key, field);
    return field;
  }
}

function toBoolean(value: unknown): boolean {
  return Number(value) === 1 || value === 'true';
}

/** The public service has sent numbers as text. */
function toNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value;
}
