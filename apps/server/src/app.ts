import type { Server } from 'node:http';
import cors from '@fastify/cors';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { Uses } from './accounts/uses.ts';
import { ConnectApi } from './connect/connect-api.ts';
import { connectLane } from './connect/fast-lane.ts';
import { registerConnect } from './connect/register.ts';
import type { Context } from './context.ts';
import { registerDocs } from './docs/register.ts';
import { registerHealth } from './health.ts';
import { Callers } from './http/callers.ts';
import { allowAnyOrigin, CORS } from './http/cors.ts';
import { createServer } from './http/create-server.ts';
import { errorHandler, renderWebApiFailure } from './http/error-handler.ts';
import { Failure } from './http/failure.ts';
import type { Lane } from './http/fast-lane/lane.ts';
import { RequestLimit } from './http/rate-limit.ts';
import { setHeaders } from './http/set-headers.ts';
import { accessLog } from './log.ts';
import { registerMedia } from './media/register.ts';
import { registerSetup } from './setup/register.ts';
import { registerSite } from './site/register.ts';
import { ApiKeys } from './web-api/api-keys.ts';
import { webApiLane } from './web-api/fast-lane.ts';
import { loadHandlers } from './web-api/handlers.ts';
import { registerWebApi } from './web-api/register.ts';
import { WebApi } from './web-api/web-api.ts';
import { registerWebsite } from './website/register.ts';

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

/** The whole server: the framework, which answers everything, and the lane, which answers most of what is asked, faster. */
export interface App {
  readonly fastify: FastifyInstance;
  /** Undefined where each request is logged, which the framework does. */
  readonly lane: Lane | undefined;
}

/** Trusts one proxy: what a client itself writes into `X-Forwarded-For` stands before what the proxy adds. */
const nearestHopOnly = (_address: string, hop: number) => hop === 0;

/** Not limited: what a supervisor asks. */
const FREE = new Set(['/health', '/ready']);

/**
 * Builds the server.
 *
 * @param server is closed by whoever gives it
 */
export async function buildApp(
  context: Context,
  options: AppOptions,
  server: Server = createServer(),
): Promise<App> {
  const handleError = errorHandler(renderWebApiFailure);
  const log = accessLog(options.logLevel);
  const forFramework: FastifyBaseLogger = log;
  const callers = new Callers(options.trustProxy);
  const limit = new RequestLimit(options.rateLimit);
  const app: FastifyInstance = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy && nearestHopOnly,
    loggerInstance: forFramework,
    forceCloseConnections: 'idle',
    // An emulator whose setting of the host ends in a slash asks for //dorequest.php.
    routerOptions: { ignoreDuplicateSlashes: true },
    // No hook runs for a URL that cannot be decoded.
    frameworkErrors: (error, request, reply) => {
      allowAnyOrigin(reply);
      handleError(count(request, reply) ?? error, request, reply);
    },
    serverFactory: () => server,
  });
  // Each part says itself which bodies it reads.
  app.removeAllContentTypeParsers();
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(() => {
    throw new Failure('unknown_path');
  });
  // Before CORS, which answers to OPTIONS itself.
  app.addHook('onRequest', (request, reply, done) => {
    const refused = count(request, reply);
    if (refused !== undefined) allowAnyOrigin(reply);
    done(refused);
  });
  await app.register(cors, CORS);

  const handlers = await loadHandlers();
  const uses = new Uses(context.store, (error) => log.warn(error));
  app.addHook('onClose', () => uses.flush());
  const webApi = new WebApi(context.store, context.now, new ApiKeys(uses, context.website?.visitorKeys));
  registerHealth(app, context);
  await registerWebApi(app, webApi, handlers);
  const connectApi = await ConnectApi.of(context, callers);
  await registerConnect(app, connectApi);
  await registerMedia(app, context);
  registerDocs(
    app,
    handlers.map(({ endpoint }) => endpoint),
  );
  const { website } = context;
  if (website !== undefined) await registerSite(app, { ...context, ...website }, uses);
  const isBuilt = registerWebsite(app, { pages: website === undefined ? 'reference' : 'all' });
  // The website has a page of its own for it.
  if (website === undefined || !isBuilt) await registerSetup(app, context);
  await app.ready();
  const web = webApiLane({ handlers, webApi, callers, limit });
  const connect = connectLane({ api: connectApi, callers, limit, log });
  return {
    fastify: app,
    lane: log.isLevelEnabled('info') ? undefined : (message) => web(message) ?? connect(message),
  };

  /** Counts a request, says on its answer how many are left, and gives a failure when there are none. */
  function count(request: FastifyRequest, reply: FastifyReply): Failure | undefined {
    if (FREE.has(request.url)) return undefined;
    const { isOver, secondsLeft, headers } = limit.count(callers.addressOf(request.raw));
    setHeaders(reply, headers);
    return isOver ? new Failure('too_many_requests', { retryAfter: secondsLeft }) : undefined;
  }
}
