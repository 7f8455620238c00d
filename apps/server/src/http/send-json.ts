import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sends a JSON text with its ETag, or a 304 to whoever has it already.
 *
 * @param cacheControl who may keep it; by default only whoever asked, and only to ask again with its ETag
 */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  cacheControl = 'private, no-cache',
): FastifyReply {
  const etag = `"${hash('sha1', body, 'base64url')}"`;
  reply.header('etag', etag).header('cache-control', cacheControl);
  if (request.method !== 'POST' && matches(request.headers['if-none-match'], etag))
    return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}

/** Whether `If-None-Match` names this ETag: weakly compared, in a list, or by `*` (RFC 9110, 13.1.2). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}
