import type { FastifyReply, FastifyRequest } from 'fastify';
import { type JsonAnswer, matches } from './json-answer.ts';

/** Of a JSON answer: whoever asked may keep it, and asks again with its ETag. */
export const CACHE_CONTROL = 'private, no-cache';
export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Sends a JSON answer with its ETag, or a 304 to whoever has it already.
 *
 * @param cacheControl who may keep it; by default only whoever asked, and only to ask again with its ETag
 */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, etag }: JsonAnswer,
  cacheControl = CACHE_CONTROL,
): FastifyReply {
  reply.header('etag', etag).header('cache-control', cacheControl);
  if (request.method !== 'POST' && matches(request.headers['if-none-match'], etag))
    return reply.code(304).send();
  return reply.type(JSON_TYPE).send(body);
}
