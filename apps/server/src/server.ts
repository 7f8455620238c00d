import type { RequestListener, Server } from 'node:http';
import { openStore, type Store } from '@laurel/store';
import { buildApp } from './app.ts';
import { now } from './clock.ts';
import { CommandFailed } from './commands/command-failed.ts';
import { createServer } from './http/create-server.ts';
import { Connections } from './http/fast-lane/connections.ts';
import { answerStarting } from './http/starting.ts';
import { FailureLimit } from './limits/failure-limit.ts';
import type { Settings } from './settings.ts';
import { FirstAccount } from './setup/first-account.ts';
import { VisitorKeys } from './site/visitor-keys.ts';

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly store: Store;
  /** A one-time address for a person to make the first account at; undefined when there is one. */
  readonly firstAccountAt: string | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the server. It listens at once, and answers 503 until the store is open and migrated.
 *
 * @throws CommandFailed when the port is taken; StoreRefused, StoreUnavailable as `openStore`
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
  let answer: RequestListener = answerStarting;
  const server = createServer((request, response) => answer(request, response));
  const connections = new Connections(server);
  await listen(server, settings);
  try {
    const store = await openStore(settings.location, settings);
    const firstAccount = await FirstAccount.of(store);
    const context = {
      store,
      now,
      data: settings.data,
      failedLogins: new FailureLimit(),
      firstAccount,
      website: settings.site && { visitorKeys: await VisitorKeys.of(store), readers: settings.site.readers },
    };
    const { fastify, lane } = await buildApp(context, settings, server);
    answer = fastify.routing;
    connections.lane = lane;
    return {
      address: addressOf(server),
      store,
      firstAccountAt: firstAccount.path && `${addressOf(server)}${firstAccount.path}`,
      stop: async () => {
        // The server is not Fastify's, so closing the app leaves it open.
        const closed = closeServer(server, connections);
        await fastify.close();
        await closed;
        await store.close();
      },
    };
  } catch (error) {
    server.close();
    connections.destroy();
    throw error;
  }
}

async function listen(server: Server, { host, port }: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, host, port)));
    server.listen(port, host, resolve);
  });
}

/** How long requests under way may take when the server stops, in milliseconds. */
const PATIENCE = 10_000;

/** Takes no more connections, and waits for the requests that are under way. */
async function closeServer(server: Server, connections: Connections): Promise<void> {
  // A connection that has had its answer is not kept for more.
  server.keepAliveTimeout = 1;
  connections.close();
  setTimeout(() => connections.destroy(), PATIENCE).unref();
  await new Promise((resolve) => server.close(resolve));
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new CommandFailed(
      `Port ${port} is in use. Choose another with LAUREL_PORT, for example LAUREL_PORT=8081.`,
    );
  }
  if (error.code === 'EACCES')
    return new CommandFailed(`Port ${port} needs more rights. Choose one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CommandFailed(`This machine has no address "${host}". Use 127.0.0.1, or 0.0.0.0 for all.`);
  }
  return error;
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no address.');
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}
