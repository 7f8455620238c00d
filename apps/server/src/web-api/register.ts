import { readdirSync } from 'node:fs';
import { type AnyEndpoint, invalidParameters, parseQuery } from '@laurel/contract';
import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import type { Context } from '../context.ts';
import { allowOnly } from '../http/methods.ts';
import { sendJson } from '../http/send-json.ts';
import { authenticate } from './authenticate.ts';
import type { EndpointHandler } from './endpoint-handler.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST'];

/** Mounts every endpoint that has a file in this folder. @returns them, in the order of their names */
export async function registerWebApi(app: FastifyInstance, context: Context): Promise<AnyEndpoint[]> {
  const handlers = await loadHandlers();
  await app.register(async (scope) => {
    ignoreBodies(scope);
    for (const handler of handlers) mount(scope, handler, context);
  });
  return handlers.map(({ endpoint }) => endpoint);
}

function mount(app: FastifyInstance, { endpoint, answer }: EndpointHandler, context: Context): void {
  allowOnly(app, endpoint.path, METHODS);
  app.route({
    method: ['GET', 'POST'],
    url: endpoint.path,
    handler: async (request, reply) => {
      await authenticate(request, context);
      const query = parseQuery(endpoint.params, queryOf(request));
      if (!query.ok) return reply.code(422).send(invalidParameters(query.errors));
      const response = endpoint.present(await answer(query.value as never, context));
      return sendJson(request, reply, JSON.stringify(response));
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

/** What the files of this folder handle, in the order of their names. */
export async function loadHandlers(): Promise<EndpointHandler[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => /^get-[a-z-]+\.ts$/.test(file));
  const modules = await Promise.all(files.sort().map((file) => import(new URL(file, import.meta.url).href)));
  return modules.map((module) => module.default as EndpointHandler);
}
