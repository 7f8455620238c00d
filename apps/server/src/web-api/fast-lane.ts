import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'fast-querystring';
import type { Callers } from '../http/callers.ts';
import { ALLOWED_ORIGIN } from '../http/cors.ts';
import { encodingOf, type JsonAnswer, matches } from '../http/json-answer.ts';
import type { RequestLimit } from '../http/rate-limit.ts';
import { CACHE_CONTROL, JSON_TYPE } from '../http/send-json.ts';
import type { EndpointHandler } from './endpoint-handler.ts';
import type { WebApi } from './web-api.ts';

interface WebApiLaneOptions {
  readonly handlers: readonly EndpointHandler[];
  readonly webApi: WebApi;
  readonly callers: Callers;
  readonly limit: RequestLimit;
  /** Answers whatever does not go this way. */
  readonly otherwise: RequestListener;
}

/**
 * The short way for the requests that make up nearly all of the load: a `GET` of an endpoint of the Web API that
 * ends well. Everything else (bad requests, other methods, a used-up limit) goes the long way through the
 * framework as if it had not been here, and so there is one place for each rule; what comes out is the same,
 * header by header (fast-lane.test.ts).
 */
export function webApiLane({
  handlers,
  webApi,
  callers,
  limit,
  otherwise,
}: WebApiLaneOptions): RequestListener {
  const byPath = new Map<string, EndpointHandler>(
    handlers.map((handler) => [handler.endpoint.path, handler]),
  );

  return (request, response) => {
    const handler = handlerOf(request);
    if (handler === undefined) return otherwise(request, response);
    const address = callers.addressOf(request);
    const count = limit.count(address);
    if (count.isOver) return long();
    const { url = '', headers } = request;
    const query = () => parse(url.slice(handler.endpoint.path.length + 1));
    webApi
      .answer(handler, { url, headers, query })
      .then((answer) => send(request, response, answer, count.headers), long);

    function long(): void {
      limit.takeBack(address);
      otherwise(request, response);
    }
  };

  function handlerOf({ method, url = '', headers }: IncomingMessage): EndpointHandler | undefined {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const end = url.indexOf('?');
    const handler = byPath.get(end === -1 ? url : url.slice(0, end));
    // A fragment is not part of a request, and a body is not part of a GET; the framework knows what to do.
    return handler === undefined ||
      url.includes('#', end) ||
      headers['content-length'] !== undefined ||
      headers['transfer-encoding'] !== undefined
      ? undefined
      : handler;
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: JsonAnswer,
  limit: readonly string[],
): void {
  const { bytes, etag } = answer;
  const headers = [...limit, ...ALLOWED_ORIGIN, 'etag', etag, 'cache-control', CACHE_CONTROL];
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  headers.push('content-type', JSON_TYPE, 'content-length', String(bytes));
  response.writeHead(200, headers).end(answer.body, encodingOf(answer));
}
