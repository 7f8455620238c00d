import { hash } from 'node:crypto';

/** A JSON text that is ready to be sent, and its ETag. */
export interface JsonAnswer {
  /** UTF-8. */
  readonly body: Buffer;
  readonly etag: string;
}

export function jsonAnswer(text: string): JsonAnswer {
  const body = Buffer.from(text);
  return { body, etag: `"${hash('sha1', body, 'base64url')}"` };
}

/** Whether `If-None-Match` names this ETag: weakly compared, in a list, or by `*` (RFC 9110, 13.1.2). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}
