import { inspect } from 'node:util';

/** Everything that a program could print of an error. */
export function printed(error: unknown): string {
  const parts = [String(error), JSON.stringify(error), inspect(error, { depth: Infinity, showHidden: true })];
  for (let at = error; at instanceof Error; at = at.cause) {
    parts.push(at.message, at.stack ?? '', String(at), JSON.stringify(Object.getOwnPropertyDescriptors(at)));
  }
  return parts.join('\n');
}
