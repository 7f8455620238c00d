import { listed } from './fields.ts';
import type { Parameter } from './open-api.ts';

/** What is to be kept to, each as a few words: `required`, `at least 1`, `0 or 1`, `default 0`. */
export function limitsOf({ required, schema }: Pick<Parameter, 'required' | 'schema'>): string[] {
  return [
    ...(required ? ['required'] : []),
    ...(schema.enum === undefined ? [] : [listed(schema.enum.map(String))]),
    ...(schema.minimum === undefined ? [] : [`at least ${schema.minimum}`]),
    ...(schema.maximum === undefined ? [] : [`at most ${schema.maximum}`]),
    ...(schema.default === undefined ? [] : [`default ${schema.default}`]),
  ];
}
