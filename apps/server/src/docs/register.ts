import { type AnyEndpoint, openApiDocument } from '@laurel/contract';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonAnswer } from '../http/json-answer.ts';
import { sendJson } from '../http/send-json.ts';
import { VERSION } from '../version.ts';

/** `/openapi.json`, and `/docs`: a reference from which requests can be sent. Nothing is loaded from elsewhere. */
export async function registerDocs(app: FastifyInstance, endpoints: readonly AnyEndpoint[]): Promise<void> {
  const document = openApiDocument(endpoints, { version: VERSION });
  const answer = jsonAnswer(JSON.stringify(document));
  app.get('/openapi.json', (request, reply) => sendJson(request, reply, answer, 'no-cache'));

  // Loaded when somebody reads it: it is as large as the rest of the server, which starts the sooner.
  let reference: Promise<FastifyInstance> | undefined;
  const read = async (request: FastifyRequest, reply: FastifyReply) => {
    reference ??= loadReference();
    const { url, headers } = request;
    const { statusCode, headers: shown, rawPayload } = await (await reference).inject({ url, headers });
    return reply.code(statusCode).headers(shown).send(rawPayload);
  };
  app.get('/docs', read);
  app.get('/docs/*', read);
}

async function loadReference(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const reference = Fastify();
  await reference.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      pageTitle: 'Laurel: the Web API',
      defaultOpenAllTags: true,
      // What would be loaded from elsewhere, or leads there.
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      hideClientButton: true,
      showDeveloperTools: 'never',
    },
  });
  return reference;
}
