import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyServerFactory } from 'fastify';
import { registerConnect } from './connect/register.ts';
import type { Context } from './context.ts';
import { registerDocs } from './docs/register.ts';
import { registerHealth } from './health.ts';
import { allowAnyOrigin, CORS } from './http/cors.ts';
import { errorHandler, renderWebApiFailure } from './http/error-handler.ts';
import { Failure } from './http/failure.ts';
import { requestLimit } from './http/rate-limit.ts';
import { accessLog } from './log.ts';
import { registerMedia } from './media/register.ts';
import { registerSetup } from './setup/register.ts';
import { registerWebApi } from './web-api/register.ts';

/** The largest body of a request, in bytes; each part may take less. */
const BODY_LIMIT = 1024 * 1024;

export interface AppOptions {
  /** Requests an address has in a minute. */
  readonly rateLimit: number;
  /** Whether `X-Forwarded-For` is believed, behind a reverse proxy. */
  readonly trustProxy: boolean;
  /** `info` adds one line for each request. */
  readonly logLevel: string;
}

/** Trusts one proxy: what a client itself writes into `X-Forwarded-For` stands before what the proxy adds. */
const nearestHopOnly = (_address: string, hop: number) => hop === 0;

/**
 * The whole server, ready to listen or to be tried by injection.
 *
 * @param serverFactory gives an HTTP server that listens already
 */
export async function buildApp(
  context: Context,
  options: AppOptions,
  serverFactory?: FastifyServerFactory,
): Promise<FastifyInstance> {
  const handleError = errorHandler(renderWebApiFailure);
  const limit = requestLimit(options.rateLimit);
  const app: FastifyInstance = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy && nearestHopOnly,
    loggerInstance: accessLog(options.logLevel),
    forceCloseConnections: 'idle',
    // An emulator whose setting of the host ends in a slash asks for //dorequest.php.
    routerOptions: { ignoreDuplicateSlashes: true },
    // No hook runs for a URL that cannot be decoded.
    frameworkErrors: (error, request, reply) => {
      allowAnyOrigin(reply);
      handleError(limit(request, reply) ?? error, request, reply);
    },
    ...(serverFactory && { serverFactory }),
  });
  // Each part says itself which bodies it reads.
  app.removeAllContentTypeParsers();
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(() => {
    throw new Failure('unknown_path');
  });
  // Before CORS, which answers to OPTIONS itself.
  app.addHook('onRequest', (request, reply, done) => {
    const refused = limit(request, reply);
    if (refused !== undefined) allowAnyOrigin(reply);
    done(refused);
  });
  await app.register(cors, CORS);

  registerHealth(app, context);
  const endpoints = await registerWebApi(app, context);
  await registerConnect(app, context);
  await registerMedia(app, context);
  await registerDocs(app, endpoints);
  await registerSetup(app, context);
  return app;
}
