import type { AnyEndpoint } from '@laurel/contract';
import type { Schema } from '../src/validate/schema.ts';
import { compact, responseSchema } from './response-schema.ts';

/** The module of all schemas. What stands in it more than once has a name, and is written once: it is downloaded. */
export function schemasSource(endpoints: readonly AnyEndpoint[]): string {
  const schemas = endpoints.map((endpoint) => compact(responseSchema(endpoint)));
  const uses = new Map<string, number>();
  for (const schema of schemas) countUses(schema, uses);
  const names = new Map<string, string>();
  const shared: string[] = [];
  const fields = schemas.map((schema, index) => `${endpoints[index]?.name}: ${source(schema)},`);
  return `import type { Schema } from './schema.ts';

    ${shared.join('\n')}

    /** What each endpoint promises to answer with. */
    export const SCHEMAS: Readonly<Record<string, Schema>> = {${fields.join('\n')}};\n`;

  function source(schema: Schema): string {
    const whole = JSON.stringify(schema);
    if (uses.get(whole) === 1) return written(schema);
    let name = names.get(whole);
    if (name === undefined) {
      const value = written(schema);
      name = `shared${names.size}`;
      names.set(whole, name);
      shared.push(`const ${name}: Schema = ${value};`);
    }
    return name;
  }

  function written({ properties, patternProperties, items, anyOf, ...rest }: Schema): string {
    const parts = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    if (properties) parts.push(`properties: ${writtenEach(properties)}`);
    if (patternProperties) parts.push(`patternProperties: ${writtenEach(patternProperties)}`);
    if (items) parts.push(`items: ${source(items)}`);
    if (anyOf) parts.push(`anyOf: [${anyOf.map(source).join(', ')}]`);
    return `{ ${parts.join(', ')} }`;
  }

  function writtenEach(fields: Readonly<Record<string, Schema>>): string {
    const parts = Object.entries(fields).map(([name, field]) => `${JSON.stringify(name)}: ${source(field)}`);
    return `{ ${parts.join(', ')} }`;
  }
}

/** Counts how often each schema stands somewhere; what is in one that comes again is counted once. */
function countUses(schema: Schema, uses: Map<string, number>): void {
  const whole = JSON.stringify(schema);
  const before = uses.get(whole) ?? 0;
  uses.set(whole, before + 1);
  if (before > 0) return;
  for (const part of [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ])
    countUses(part, uses);
}
