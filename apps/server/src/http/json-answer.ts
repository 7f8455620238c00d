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

/** Three bytes for each unit of a text that is not long: the most that UTF-8 takes. */
const scratch = Buffer.allocUnsafeSlow(3 * LONG);

export function jsonAnswer(text: string): JsonAnswer {
  if (text.length > LONG) return inBytes(Buffer.from(text));
  const bytes = scratch.write(text);
  return { body: text, bytes, etag: etagOf(scratch.subarray(0, bytes)) };
}

/** @param written the answer, in UTF-8; it is not kept */
export function writtenAnswer(written: Uint8Array<ArrayBuffer>): JsonAnswer {
  if (written.length > LONG) return inBytes(Buffer.from(written));
  const utf8 = Buffer.from(written.buffer, written.byteOffset, written.length);
  return { body: utf8.toString(), bytes: utf8.length, etag: etagOf(utf8) };
}

function inBytes(body: Buffer): JsonAnswer {
  return { body, bytes: body.length, etag: etagOf(body) };
}

function etagOf(utf8: Buffer): string {
  return `"${hash('sha1', utf8, 'base64url')}"`;
}

/** How Node is to make bytes of an answer's text: of ASCII, which nearly all are, it can do so without looking at it. */
export function encodingOf({ body, bytes }: JsonAnswer): BufferEncoding {
  return body.length === bytes ? 'latin1' : 'utf8';
}

/** Whether `If-None-Match` names this ETag: weakly compared, in a list, or by `*` (RFC 9110, 13.1.2). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}
