import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a server does with a request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface FaultyServer extends AsyncDisposable {
  readonly address: string;
  /** The URLs of the requests so far. */
  readonly asked: string[];
}

/** A server that behaves like this, request after request, at last like the last. */
export async function faultyServer(...behaviours: Behaviour[]): Promise<FaultyServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const behaviour = behaviours[Math.min(asked.length, behaviours.length - 1)];
    asked.push(request.url ?? '');
    behaviour?.(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Sends this, whole. */
export function sends(status: number, body: string, headers: Record<string, string> = {}): Behaviour {
  return (_, response) => response.writeHead(status, headers).end(body);
}

export function sendsJson(body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour {
  return sends(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

export const dropsTheConnection: Behaviour = ({ socket }) => socket.destroy();

/** Promises more than it sends, and drops the connection. */
export const dropsInTheBody: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"1":', () => response.destroy());
};

export const resetsInTheBody: Behaviour = ({ socket }, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"1":', () => socket.resetAndDestroy());
};

export const neverAnswers: Behaviour = () => {};

/** Begins to answer, and says no more. */
export const stallsInTheBody: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"1":');
};

/** One byte from time to time, forever. */
export const drips: Behaviour = (_, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

export const speaksNoHttp: Behaviour = ({ socket }) => socket.end('SSH-2.0-OpenSSH_9.9\r\n');

export const HTML = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';
