import type { FastifyRequest } from 'fastify';

const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;

/** Whether whoever asks reads what is compressed. */
export function takesGzip({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return GZIP.test(String(headers['accept-encoding']));
}
