import type { FastifyInstance, FastifyReply, HTTPMethods } from 'fastify';
import type { Uses } from '../accounts/uses.ts';
import type { Context, Website } from '../context.ts';
import { errorHandler } from '../http/error-handler.ts';
import { Failure } from '../http/failure.ts';
import { allowOnly } from '../http/methods.ts';
import { accountRoutes } from './account-routes.ts';
import { parseBody } from './fields.ts';
import { keyRoutes } from './key-routes.ts';
import { refuseForeignPages } from './own-page.ts';
import { sessionRoutes } from './session-routes.ts';
import { Sessions } from './sessions.ts';
import { renderSiteFailure } from './site-failure.ts';

/** The largest body, in bytes. */
const BODY_LIMIT = 16 * 1024;

/** What changes nothing. */
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const METHODS: Readonly<Record<string, readonly HTTPMethods[]>> = {
  '/site/session': ['GET', 'HEAD'],
  '/site/sign-in': ['POST'],
  '/site/sign-out': ['POST'],
  '/site/sign-out-everywhere': ['POST'],
  '/site/first-account': ['POST'],
  '/site/keys': ['GET', 'HEAD', 'POST'],
  '/site/keys/:id': ['DELETE'],
  '/site/connect-token': ['POST'],
  '/site/password': ['POST'],
  '/site/motto': ['POST'],
};

/** What the website needs beside the Web API: sessions and one's own account. For its pages alone; see `@laurel/contract/site`. */
export async function registerSite(
  app: FastifyInstance,
  context: Context & Website,
  uses: Uses,
): Promise<void> {
  await app.register(async (site) => {
    site.setErrorHandler(errorHandler(renderSiteFailure));
    site.removeAllContentTypeParsers();
    site.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      async (_request: unknown, body: string) => parseBody(body),
    );
    site.addHook('onRequest', async (request) => {
      if (READING.has(request.method)) return;
      refuseForeignPages(request);
      request.headers['content-type'] = 'application/json';
    });
    site.addHook('onSend', async (_request, reply) => keepToOwnPages(reply));

    const siteContext = { ...context, uses, sessions: new Sessions(context, uses) };
    sessionRoutes(site, siteContext);
    keyRoutes(site, siteContext);
    accountRoutes(site, siteContext);
    for (const [path, methods] of Object.entries(METHODS)) allowOnly(site, path, methods);
    // Whatever else is asked for here is answered by the same rules.
    site.all('/site/*', () => {
      throw new Failure('unknown_path');
    });
  });
}

/** No other page reads an answer, whatever was put on it before; nobody keeps one, or takes it for anything else. */
function keepToOwnPages(reply: FastifyReply): void {
  for (const name of Object.keys(reply.getHeaders())) {
    if (name.startsWith('access-control-')) reply.removeHeader(name);
  }
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
}
