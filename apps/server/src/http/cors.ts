import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyReply } from 'fastify';
import { setHeaders } from './set-headers.ts';

const EXPOSED = ['ETag', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'];

/** A page of any origin may ask, with any header. */
export const CORS: FastifyCorsOptions = {
  origin: '*',
  methods: ['GET', 'HEAD', 'POST'],
  exposedHeaders: EXPOSED,
  maxAge: 24 * 60 * 60,
  strictPreflight: false,
};

/** What the rules above put on an answer: name, value, name, value. */
export const ALLOWED_ORIGIN = [
  'access-control-allow-origin',
  '*',
  'access-control-expose-headers',
  EXPOSED.join(', '),
] as const;

/** Lets a page of any origin read an answer that is given before the rules above are looked at. */
export function allowAnyOrigin(reply: FastifyReply): void {
  setHeaders(reply, ALLOWED_ORIGIN);
}
