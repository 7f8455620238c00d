import { readdirSync } from 'node:fs';
import type { EndpointHandler } from './endpoint-handler.ts';

/** The files of this folder that handle an endpoint each, in the order of their names. */
export function handlerFiles(): string[] {
  const files = readdirSync(import.meta.dirname).filter((file) => /^(?:get|laurel)-[a-z-]+\.ts$/.test(file));
  return files.sort().map((file) => `./${file}`);
}

/** What they handle. In the built server it is a list that the build has written (`build/listed-handlers.ts`). */
export async function loadHandlers(): Promise<EndpointHandler[]> {
  const modules = await Promise.all(handlerFiles().map((file) => import(file)));
  return modules.map(({ default: handler }) => handler as EndpointHandler);
}
