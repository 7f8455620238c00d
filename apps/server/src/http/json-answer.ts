import { hash } from 'node:crypto';

/** Of texts that are longer, in UTF-16 units, Node makes bytes each time in memory that it has to ask for. */
const LONG = 16 * 1024;

/** A JSON text that is ready to be sent, and its ETag. */
export interface JsonAnswer {
  /** A short one is text: Node sends it in one piece with the head, which is faster. A long one is its bytes in UTF-8. */
  readonly body: string | Buffer;
  /** How long it is in UTF-8. */
  readonly bytes: number;
  readonly etag: string;
}

export function jsonAnswer(text: string): JsonAnswer {
  const body = text.length > LONG ? Buffer.from(text) : text;
  return { body, bytes: Buffer.byteLength(body), etag: `"${hash('sha1', body, 'base64url')}"` };
}

/** Whether `If-None-Match` names this ETag: weakly compared, in a list, or by `*` (RFC 9110, 13.1.2). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}
