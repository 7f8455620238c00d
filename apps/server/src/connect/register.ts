import { connectError } from '@laurel/contract';
import { connectJson } from '@laurel/contract/connect/request';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { errorHandler } from '../http/error-handler.ts';
import { Failure, failureOf } from '../http/failure.ts';
import { allowOnly } from '../http/methods.ts';
import { type ConnectContext, readCall } from './call.ts';
import { loadHandlers } from './handlers.ts';
import type { RequestHandler } from './request-handler.ts';

const ADDRESS = '/dorequest.php';
const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST'];

/** The largest form, in bytes. */
const BODY_LIMIT = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** Mounts the Connect API: every request that has a file in `requests/`. */
export async function registerConnect(app: FastifyInstance, context: ConnectContext): Promise<void> {
  const handlers = new Map((await loadHandlers()).map((handler) => [handler.name, handler]));
  await app.register(async (scope) => {
    readForms(scope);
    scope.setErrorHandler(handleError);
    scope.addHook('onRequest', (_request, reply, done) => {
      // Answers belong to one player and one moment; and RetroArch needs them as they are, with their length.
      reply.header('cache-control', 'no-store, no-transform');
      done();
    });
    mount(scope, handlers, context);
  });
}

function mount(app: FastifyInstance, handlers: Handlers, context: ConnectContext): void {
  allowOnly(app, ADDRESS, METHODS);
  app.route({
    method: ['GET', 'POST'],
    url: ADDRESS,
    bodyLimit: BODY_LIMIT,
    handler: async (request, reply) => {
      const call = readCall(request);
      const body = await handlerOf(call.fields.get('r'), handlers).answer(call, context);
      return reply.type('application/json; charset=utf-8').send(connectJson(body));
    },
  });
}

type Handlers = ReadonlyMap<string, RequestHandler>;

function handlerOf(name: string | undefined, handlers: Handlers): RequestHandler {
  if (name === undefined) throw new Failure('missing_parameter');
  const handler = handlers.get(name);
  if (handler !== undefined) return handler;
  throw new Failure('invalid_parameters', { title: `Unknown request: ${name.slice(0, 40) || '[null]'}` });
}

/** Fields come in the query or in a form; a body of any other type is read, within its limit, and not looked at. */
function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, undefined));
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request;
    const isForm = headers['content-type']?.trim().toLowerCase().startsWith(FORM);
    // Fastify would answer 415 to a type that it cannot make sense of.
    if (headers['content-type'] !== undefined) {
      headers['content-type'] = isForm ? FORM : 'application/octet-stream';
    }
    done();
  });
}

const answerFailure = errorHandler(({ error, title }) => connectError(error, title));

/**
 * Answers with a failure. One that nobody foresaw is answered as one that passes: an emulator gives an unlock
 * up on a 500, and keeps it and tries again on a 503.
 */
function handleError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { error: name } = failureOf(error);
  if (name === 'invalid_credentials') reply.header('www-authenticate', 'Bearer');
  if (name !== 'internal') return answerFailure(error, request, reply);
  request.log.error(error);
  return answerFailure(new Failure('unavailable'), request, reply);
}
