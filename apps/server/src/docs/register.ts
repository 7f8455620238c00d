import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type AnyEndpoint, openApiDocument } from '@laurel/contract';
import type { FastifyInstance } from 'fastify';
import { type JsonAnswer, jsonAnswer } from '../http/json-answer.ts';
import { sendJson } from '../http/send-json.ts';
import { takesGzip } from '../http/takes-gzip.ts';
import { VERSION } from '../version.ts';

/** `/openapi.json`, of which the website makes the reference at `/docs`. */
export function registerDocs(app: FastifyInstance, endpoints: readonly AnyEndpoint[]): void {
  // Made when somebody reads it: the server starts the sooner.
  let made: ReturnType<typeof makeDocument> | undefined;
  app.get('/openapi.json', async (request, reply) => {
    made ??= makeDocument(endpoints);
    const { plain, gzipped } = await made;
    reply.header('vary', 'accept-encoding');
    if (!takesGzip(request)) return sendJson(request, reply, plain, 'no-cache');
    return sendJson(request, reply.header('content-encoding', 'gzip'), gzipped, 'no-cache');
  });
}

interface MadeDocument {
  readonly plain: JsonAnswer;
  /** With an ETag of its own: other bytes. */
  readonly gzipped: JsonAnswer;
}

async function makeDocument(endpoints: readonly AnyEndpoint[]): Promise<MadeDocument> {
  const plain = jsonAnswer(JSON.stringify(openApiDocument(endpoints, { version: VERSION })));
  const body = await promisify(gzip)(plain.body, { level: 9 });
  return { plain, gzipped: { body, bytes: body.length, etag: `"${hash('sha1', body, 'base64url')}"` } };
}
