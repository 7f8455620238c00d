import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The name of a prepared statement: PostgreSQL knows it by at most 63 bytes. */
export function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}
