import { parse } from 'fast-querystring';
import type { Callers } from '../http/callers.ts';
import { ALLOWED_ORIGIN } from '../http/cors.ts';
import type { Lane, LaneAnswer } from '../http/fast-lane/lane.ts';
import type { Message } from '../http/fast-lane/message.ts';
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
}

/**
 * The short way for the requests that make up nearly all of the load: a `GET` of an endpoint of the Web API that
 * ends well. Everything else (bad requests, other methods, a used-up limit) goes the long way through the
 * framework as if it had not been here, and so there is one place for each rule; what comes out is the same,
 * header by header (fast-lane.test.ts).
 */
export function webApiLane({ handlers, webApi, callers, limit }: WebApiLaneOptions): Lane {
  const byPath = new Map<string, EndpointHandler>(
    handlers.map((handler) => [handler.endpoint.path, handler]),
  );

  return (message) => {
    const handler = handlerOf(message);
    if (handler === undefined) return undefined;
    const address = callers.addressOf(message);
    const count = limit.count(address);
    if (count.isOver) return leave();
    const { url, headers } = message;
    const query = () => parse(url.slice(handler.endpoint.path.length + 1));
    return webApi
      .answer(handler, { url, headers, query })
      .then((answer) => laneAnswer(message, answer, count.headers), leave);

    function leave(): undefined {
      limit.takeBack(address);
    }
  };

  function handlerOf({ method, url, headers }: Message): EndpointHandler | undefined {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const end = url.indexOf('?');
    const handler = byPath.get(end === -1 ? url : url.slice(0, end));
    // A fragment is not part of a request, and a body is not part of a GET; the framework knows what to do.
    return handler === undefined || url.includes('#', end) || headers['content-length'] !== undefined
      ? undefined
      : handler;
  }
}

function laneAnswer({ headers }: Message, answer: JsonAnswer, limit: readonly string[]): LaneAnswer {
  const { bytes, etag, body } = answer;
  const lines = [...limit, ...ALLOWED_ORIGIN, 'etag', etag, 'cache-control', CACHE_CONTROL];
  if (matches(headers['if-none-match'], etag)) {
    return { status: 304, headers: lines, body: '', encoding: 'latin1' };
  }
  lines.push('content-type', JSON_TYPE, 'content-length', String(bytes));
  return { status: 200, headers: lines, body, encoding: encodingOf(answer) };
}
