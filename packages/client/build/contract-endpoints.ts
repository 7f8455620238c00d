import { readdirSync } from 'node:fs';
import { type AnyEndpoint, isEndpoint } from '@laurel/contract';

const FOLDER = new URL('../../contract/src/web-api/', import.meta.url);

/** Every endpoint of the contract, by the name of its file: a new file is found by being there. */
export async function contractEndpoints(): Promise<ReadonlyMap<string, AnyEndpoint>> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const endpoints = new Map<string, AnyEndpoint>();
  for (const file of files.sort()) {
    const module: Record<string, unknown> = await import(new URL(file, FOLDER).href);
    for (const value of Object.values(module)) if (isEndpoint(value)) endpoints.set(file, value);
  }
  return endpoints;
}
