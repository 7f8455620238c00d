import { contractEndpoints } from './contract-endpoints.ts';
import { endpointSource } from './endpoint-source.ts';
import { formatted } from './formatted.ts';
import { schemasSource } from './schemas-source.ts';

const NOTE =
  '// Made from the contract by `npm run generate -w @laurel/client`. Do not edit: change the contract.\n';

/** All files of the client that come from the contract, by their place in `src`. */
export async function clientSource(): Promise<ReadonlyMap<string, string>> {
  const endpoints = await contractEndpoints();
  const files = new Map<string, string>();
  for (const [file, endpoint] of endpoints) files.set(`endpoints/${file}`, endpointSource(endpoint));
  files.set(
    'endpoints/index.ts',
    [...endpoints.keys()].map((file) => `export * from './${file}';\n`).join(''),
  );
  files.set('validate/schemas.ts', schemasSource([...endpoints.values()]));
  for (const [file, source] of files) files.set(file, formatted(`${NOTE}${source}`));
  return files;
}
