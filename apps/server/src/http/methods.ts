import type { FastifyInstance, HTTPMethods } from 'fastify';
import { Failure } from './failure.ts';

/** Answers 405 with `Allow` to every method of an address that it does not take. */
export function allowOnly(app: FastifyInstance, url: string, allowed: readonly HTTPMethods[]): void {
  app.route({
    method: app.supportedMethods.filter((method) => method !== 'OPTIONS' && !allowed.includes(method)),
    url,
    exposeHeadRoute: false,
    handler: async (_request, reply) => {
      reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
      throw new Failure('method_not_allowed', { title: `This address takes ${allowed.join(', ')} only.` });
    },
  });
}
