import { Failure } from '../http/failure.ts';
import { InvalidFields } from './site-failure.ts';

/** @throws Failure for what is not JSON */
export function parseBody(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw notAnObject();
  }
}

/**
 * The fields of a body, each of them text; others are not looked at.
 *
 * @throws InvalidFields when one is missing
 */
export function textFields<const Name extends string>(
  body: unknown,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw notAnObject();
  const sent = new Map<string, unknown>(Object.entries(body));
  const missing = names.filter((name) => typeof sent.get(name) !== 'string');
  if (missing.length > 0) {
    throw new InvalidFields(
      Object.fromEntries(missing.map((name) => [name, `The field ${name} is missing.`])),
    );
  }
  return Object.fromEntries(names.map((name) => [name, sent.get(name)])) as Record<Name, string>;
}

/**
 * Refuses fields that are not as they should be.
 *
 * @param problems what is wrong with each field, or null
 * @throws InvalidFields when something is
 */
export function refuseProblems(problems: Readonly<Record<string, string | null>>): void {
  const found = Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null);
  if (found.length > 0) throw new InvalidFields(Object.fromEntries(found));
}

function notAnObject(): Failure {
  return new Failure('invalid_parameters', { title: 'The body should be a JSON object.' });
}
