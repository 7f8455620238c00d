import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestListener,
} from 'node:http';
import { text } from 'node:stream/consumers';
import type { App } from '../app.ts';
import { Connections } from '../http/fast-lane/connections.ts';
import type { Lane } from '../http/fast-lane/lane.ts';

/** A request over a real connection. */
export interface RealRequest {
  /** As it is sent: nothing is made of it before. */
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string;
}

export interface RealAnswer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Listening {
  readonly port: number;
  ask(request: RealRequest): Promise<RealAnswer>;
  close(): Promise<void>;
}

/** Lets a server answer on a port of this machine, as `laurel serve` does. */
export function listeningTo({ fastify, lane }: App): Promise<Listening> {
  return listening(fastify.routing, lane);
}

/** Lets a listener answer on a port of this machine, and a lane before it, if there is one. */
export async function listening(listener: RequestListener, lane?: Lane): Promise<Listening> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  const connections = lane && new Connections(server);
  if (connections !== undefined) connections.lane = lane;
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  return {
    port,
    ask: async ({ url, payload, ...options }) => {
      // A connection of its own: one that is kept may be closed by a busy machine just as it is used again.
      const sent = httpRequest({ host: '127.0.0.1', port, path: url, agent: false, ...options }).end(payload);
      const [response] = await once(sent, 'response');
      return { statusCode: response.statusCode, headers: response.headers, body: await text(response) };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      connections?.destroy();
      await once(server, 'close');
    },
  };
}
