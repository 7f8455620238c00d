import type { FastifyReply, FastifyRequest } from 'fastify';
import { WindowCounter } from '../limits/window.ts';
import { Failure } from './failure.ts';

const WINDOW = 60 * 1000;

/** Not limited: what a supervisor asks. */
const FREE = new Set(['/health', '/ready']);

/** Counts a request, says on its answer how many are left, and gives a failure when there are none. */
export type RequestLimit = (request: FastifyRequest, reply: FastifyReply) => Failure | undefined;

/**
 * Limits requests per address, and says on every answer how many are left: `RateLimit-Limit`, `-Remaining`
 * and `-Reset` (seconds).
 *
 * @param perMinute how many requests an address has in a minute
 */
export function requestLimit(perMinute: number): RequestLimit {
  const counter = new WindowCounter(WINDOW);
  return (request, reply) => {
    if (FREE.has(request.url)) return undefined;
    const { used, secondsLeft } = counter.add(request.ip);
    reply.header('ratelimit-limit', perMinute);
    reply.header('ratelimit-remaining', Math.max(perMinute - used, 0));
    reply.header('ratelimit-reset', secondsLeft);
    return used > perMinute ? new Failure('too_many_requests', { retryAfter: secondsLeft }) : undefined;
  };
}
