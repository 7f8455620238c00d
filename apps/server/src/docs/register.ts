import { type AnyEndpoint, openApiDocument } from '@laurel/contract';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonAnswer } from '../http/json-answer.ts';
import { sendJson } from '../http/send-json.ts';
import { VERSION } from '../version.ts';

/** `/openapi.json`, and `/docs`: a reference from which requests can be sent. Nothing is loaded from elsewhere. */
export async function registerDocs(app: FastifyInstance, endpoints: readonly AnyEndpoint[]): Promise<void> {
  const document = openApiDocument(endpoints, { version: VERSION });
  const answer = jsonAnswer(JSON.stringify(document));
  app.get('/openapi.json', (request, reply) => sendJson(request, reply, answer, 'no-cache'));
  await app.register(scalar, {
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
}
