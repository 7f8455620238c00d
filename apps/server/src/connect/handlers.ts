import { readdirSync } from 'node:fs';
import type { RequestHandler } from './request-handler.ts';

/** The files of `requests/`, each of which answers one value of `r`. */
export function handlerFiles(): string[] {
  const files = readdirSync(`${import.meta.dirname}/requests`).filter((file) => /^[a-z0-9]+\.ts$/.test(file));
  return files.map((file) => `./requests/${file}`);
}

/** What answers them. In the built server it is a list that the build has written (`build/listed-handlers.ts`). */
export async function loadHandlers(): Promise<RequestHandler[]> {
  const modules = await Promise.all(handlerFiles().map((file) => import(file)));
  return modules.map(({ default: handler }) => handler as RequestHandler);
}
