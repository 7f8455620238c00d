import type { FastifyInstance, FastifyReply, HTTPMethods } from 'fastify';
import { allowOnly } from '../http/methods.ts';
import { setHeaders } from '../http/set-headers.ts';
import { type ConnectAnswer, refusal } from './connect-answer.ts';
import { ADDRESS, BODY_LIMIT, type ConnectApi, FORM, isForm } from './connect-api.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST'];
/** What every body that is no form counts as. */
const OTHER = 'application/octet-stream';

/** Mounts the Connect API. */
export async function registerConnect(app: FastifyInstance, api: ConnectApi): Promise<void> {
  await app.register(async (scope) => {
    readForms(scope);
    scope.setErrorHandler((error, request, reply) => send(reply, refusal(error, request.log)));
    allowOnly(scope, ADDRESS, METHODS);
    scope.route({
      method: ['GET', 'POST'],
      url: ADDRESS,
      bodyLimit: BODY_LIMIT,
      handler: async ({ raw, body, log }, reply) =>
        send(reply, await api.answer(raw, typeof body === 'string' ? body : '', log)),
    });
  });
}

function send(reply: FastifyReply, { status, headers, body }: ConnectAnswer): FastifyReply {
  setHeaders(reply, headers);
  return reply.code(status).send(body);
}

/** A body that is no form is read, within its limit, and not looked at. */
function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addContentTypeParser(OTHER, { parseAs: 'buffer' }, (_request, _body, done) => done(null, undefined));
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    const type = headers['content-type'];
    // Fastify would answer 415 to a type that it cannot make sense of.
    if (type !== undefined) headers['content-type'] = isForm(type) ? FORM : OTHER;
    done();
  });
}
