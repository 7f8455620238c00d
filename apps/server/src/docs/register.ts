import { type AnyEndpoint, openApiDocument } from '@laurel/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../http/failure.ts';
import { jsonAnswer, matches } from '../http/json-answer.ts';
import { sendJson } from '../http/send-json.ts';
import { VERSION } from '../version.ts';
import { loadReference, type ReferenceFile } from './reference.ts';

/** Nothing from elsewhere, and no script but the reference's own; it writes styles into its page itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `/openapi.json`, and `/docs`: a reference from which requests can be sent. Nothing is loaded from elsewhere. */
export async function registerDocs(app: FastifyInstance, endpoints: readonly AnyEndpoint[]): Promise<void> {
  const document = openApiDocument(endpoints, { version: VERSION });
  const answer = jsonAnswer(JSON.stringify(document));
  app.get('/openapi.json', (request, reply) => sendJson(request, reply, answer, 'no-cache'));

  // Loaded when somebody reads it: it is as large as the rest of the server, which starts the sooner.
  let reference: ReturnType<typeof loadReference> | undefined;
  app.get('/docs', (_, reply) => reply.redirect('/docs/', 301));
  app.get<{ Params: { '*': string } }>('/docs/*', async (request, reply) => {
    reference ??= loadReference();
    const file = (await reference).get(request.params['*']);
    if (file === undefined) throw new Failure('unknown_path');
    return sendFile(request, reply, file);
  });
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: ReferenceFile): FastifyReply {
  reply
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-encoding')
    .header('etag', file.etag);
  if (matches(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
  reply.type(file.type);
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return takesGzip ? reply.header('content-encoding', 'gzip').send(file.gzipped) : reply.send(file.body);
}
