import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import { allowOnly } from '../http/methods.ts';
import { sendJson } from '../http/send-json.ts';
import type { EndpointHandler } from './endpoint-handler.ts';
import type { WebApi } from './web-api.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST'];

/** Mounts the endpoints. */
export async function registerWebApi(
  app: FastifyInstance,
  webApi: WebApi,
  handlers: readonly EndpointHandler[],
): Promise<void> {
  await app.register(async (scope) => {
    ignoreBodies(scope);
    for (const handler of handlers) mount(scope, webApi, handler);
  });
}

function mount(app: FastifyInstance, webApi: WebApi, handler: EndpointHandler): void {
  const { path } = handler.endpoint;
  allowOnly(app, path, METHODS);
  app.route({
    method: [...METHODS],
    url: path,
    handler: async (request, reply) => {
      const { url = '', headers } = request.raw;
      return sendJson(
        request,
        reply,
        await webApi.answer(handler, { url, headers, query: () => queryOf(request) }),
      );
    },
  });
}

function queryOf(request: FastifyRequest): Record<string, unknown> {
  return request.query as Record<string, unknown>;
}

/** Parameters are in the query; what a POST carries beside them is read, within its limit, and not looked at. */
function ignoreBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, undefined));
  // Fastify would answer 415 to a type that it cannot make sense of.
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    if (headers['content-type'] !== undefined) headers['content-type'] = 'application/octet-stream';
    done();
  });
}
