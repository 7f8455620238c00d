import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyServerFactory } from 'fastify';
import { registerConnect } from './connect/register.ts';
import type { Context } from './context.ts';
import { registerDocs } from './docs/register.ts';
import { registerHealth } from './health.ts';
import { errorHandler, renderWebApiFailure } from './http/error-handler.ts';
import { Failure } from './http/failure.ts';
import { limitRequests } from './http/rate-limit.ts';
import { accessLog } from './log.ts';
import { registerMedia } from './media/register.ts';
import { registerSetup } from './setup/register.ts';
import { registerWebApi } from './web-api/register.ts';

/** The largest body of a request, in bytes: the longest is a list of unlocks. */
const BODY_LIMIT = 1024 * 1024;

export interface AppOptions {
  /** Requests an address has in a minute. */
  readonly rateLimit: number;
  /** Whether `X-Forwarded-For` is believed, behind a reverse proxy. */
  readonly trustProxy: boolean;
  /** `info` adds one line for each request. */
  readonly logLevel: string;
}

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
  const app: FastifyInstance = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    loggerInstance: accessLog(options.logLevel),
    forceCloseConnections: 'idle',
    // An emulator whose host ends in a slash asks for //dorequest.php.
    routerOptions: { ignoreDuplicateSlashes: true },
    frameworkErrors: handleError,
    ...(serverFactory && { serverFactory }),
  });
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(() => {
    throw new Failure('unknown_path');
  });
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['ETag', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'],
    maxAge: 24 * 60 * 60,
    strictPreflight: false,
  });
  limitRequests(app, options.rateLimit);

  registerHealth(app, context);
  const endpoints = await registerWebApi(app, context);
  await registerConnect(app, context);
  await registerMedia(app, context);
  await registerDocs(app, endpoints);
  await registerSetup(app, context);
  return app;
}
