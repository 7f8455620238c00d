import type { FastifyInstance } from 'fastify';
import { WindowCounter } from '../limits/window.ts';
import { Failure } from './failure.ts';

const WINDOW = 60 * 1000;

/** Not limited: what a supervisor asks. */
const FREE = new Set(['/health', '/ready']);

/**
 * Limits requests per address, and says on every answer how many are left: `RateLimit-Limit`, `-Remaining`
 * and `-Reset` (seconds).
 *
 * @param perMinute how many requests an address has in a minute
 */
export function limitRequests(app: FastifyInstance, perMinute: number): void {
  const counter = new WindowCounter(WINDOW);
  app.addHook('onRequest', (request, reply, done) => {
    if (FREE.has(request.url)) return done();
    const { used, secondsLeft } = counter.add(request.ip);
    reply.header('ratelimit-limit', perMinute);
    reply.header('ratelimit-remaining', Math.max(perMinute - used, 0));
    reply.header('ratelimit-reset', secondsLeft);
    done(used > perMinute ? new Failure('too_many_requests', { retryAfter: secondsLeft }) : undefined);
  });
}
