import type { Callers } from '../http/callers.ts';
import { ALLOWED_ORIGIN } from '../http/cors.ts';
import type { Lane, LaneAnswer } from '../http/fast-lane/lane.ts';
import type { Message } from '../http/fast-lane/message.ts';
import type { RequestLimit } from '../http/rate-limit.ts';
import type { ConnectAnswer, ErrorLog } from './connect-answer.ts';
import { ADDRESS, BODY_LIMIT, type ConnectApi, isForm } from './connect-api.ts';

interface ConnectLaneOptions {
  readonly api: ConnectApi;
  readonly callers: Callers;
  readonly limit: RequestLimit;
  readonly log: ErrorLog;
}

/**
 * The short way for the requests of the Connect API as emulators send them: a `GET`, or a `POST` of a form that
 * says its length. Everything else (other methods and bodies, a used-up limit) goes the long way through the framework
 * as if it had not been here; what comes out is the same, header by header (fast-lane.test.ts).
 */
export function connectLane({ api, callers, limit, log }: ConnectLaneOptions): Lane {
  return (message) => {
    if (!isOrdinary(message)) return undefined;
    const { isOver, headers } = limit.count(callers.addressOf(message));
    // The framework says so; that it counts the request again changes nothing.
    if (isOver) return undefined;
    const form = message.method === 'GET' ? '' : message.body;
    return api.answer(message, form, log).then((answer) => laneAnswer(answer, headers));
  };
}

function isOrdinary({ method, url, headers, fields }: Message): boolean {
  if (!isOfThisAddress(url)) return false;
  const { 'content-length': length, 'content-type': type } = headers;
  if (method === 'GET') return length === undefined;
  return (
    method === 'POST' &&
    length !== undefined &&
    fields.bodyLength <= BODY_LIMIT &&
    type !== undefined &&
    isForm(type)
  );
}

function isOfThisAddress(url: string): boolean {
  return url.startsWith(ADDRESS) && (url.length === ADDRESS.length || url[ADDRESS.length] === '?');
}

function laneAnswer({ status, headers, body }: ConnectAnswer, limit: readonly string[]): LaneAnswer {
  const length = String(Buffer.byteLength(body));
  return {
    status,
    headers: [...limit, ...ALLOWED_ORIGIN, ...headers, 'content-length', length],
    body,
    encoding: 'utf8',
  };
}
