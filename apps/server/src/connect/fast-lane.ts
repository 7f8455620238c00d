import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Callers } from '../http/callers.ts';
import { ALLOWED_ORIGIN } from '../http/cors.ts';
import type { RequestLimit } from '../http/rate-limit.ts';
import type { ConnectAnswer, ErrorLog } from './connect-answer.ts';
import { ADDRESS, BODY_LIMIT, type ConnectApi, isForm } from './connect-api.ts';

interface ConnectLaneOptions {
  readonly api: ConnectApi;
  readonly callers: Callers;
  readonly limit: RequestLimit;
  readonly log: ErrorLog;
  /** Answers whatever does not go this way. */
  readonly otherwise: RequestListener;
}

/**
 * The short way for the requests of the Connect API as emulators send them: a `GET`, or a `POST` of a form that
 * says its length. Everything else (other methods and bodies, a used-up limit) goes the long way through the framework
 * as if it had not been here; what comes out is the same, header by header (fast-lane.test.ts).
 */
export function connectLane({ api, callers, limit, log, otherwise }: ConnectLaneOptions): RequestListener {
  return (request, response) => {
    if (!isOrdinary(request)) return otherwise(request, response);
    const { isOver, headers } = limit.count(callers.addressOf(request));
    // The framework says so; that it counts the request again changes nothing.
    if (isOver) return otherwise(request, response);
    void answer(request, response, headers);
  };

  async function answer(request: IncomingMessage, response: ServerResponse, limit: readonly string[]) {
    const form = request.method === 'GET' ? '' : await bodyOf(request);
    send(response, limit, await api.answer(request, form, log));
  }
}

function isOrdinary({ method, url = '', headers }: IncomingMessage): boolean {
  if (!isOfThisAddress(url) || headers['transfer-encoding'] !== undefined) return false;
  const { 'content-length': length, 'content-type': type } = headers;
  if (method === 'GET') return length === undefined;
  return method === 'POST' && Number(length) <= BODY_LIMIT && type !== undefined && isForm(type);
}

function isOfThisAddress(url: string): boolean {
  return url.startsWith(ADDRESS) && (url.length === ADDRESS.length || url[ADDRESS.length] === '?');
}

/** A body whose length is known. The promise stays open where its sender goes away before the end. */
function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  return new Promise((resolve) => request.once('end', () => resolve(body)));
}

function send(
  response: ServerResponse,
  limit: readonly string[],
  { status, headers, body }: ConnectAnswer,
): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, [...limit, ...ALLOWED_ORIGIN, ...headers, 'content-length', length]).end(body);
}
