import { parseObject } from '../answer/json.ts';
import {
  type ApiError,
  type ErrorDetails,
  InvalidParametersError,
  NotFoundError,
  RateLimitedError,
  ServerError,
  UnauthorizedError,
  UnexpectedResponseError,
} from '../errors.ts';
import type { FetchResponse } from '../options.ts';
import { retryAfter } from './backoff.ts';
import type { Request } from './request.ts';

type Kind = new (message: string) => ApiError;

const KINDS: Readonly<Record<number, Kind>> = {
  400: InvalidParametersError,
  401: UnauthorizedError,
  403: UnauthorizedError,
  404: NotFoundError,
  422: InvalidParametersError,
  429: RateLimitedError,
};

/** The error for an answer that is not a success, or no JSON. */
export function failureOf(
  request: Request,
  { ok, status, statusText, headers }: FetchResponse,
  body: string,
): ApiError {
  // A proxy in between answers in HTML.
  const { message, errors } = parseObject(body) ?? {};
  const serverMessage = request.clean(`${message ?? ''}`);
  const Kind = KINDS[status] ?? (status >= 500 ? ServerError : UnexpectedResponseError);
  return errorOf(
    Kind,
    request,
    ok
      ? `Not JSON: ${body.slice(0, 80)}`
      : `HTTP Error: Status ${status} ${statusText}${serverMessage && `: ${serverMessage}`}`,
    {
      status,
      serverMessage,
      retryAfterMs: retryAfter(headers.get('retry-after')),
      fields: fieldsOf(request, errors),
    },
  );
}

/** An error that says which endpoint was asked, and not with which key. All of this client are made here. */
export function errorOf(
  Kind: Kind,
  { endpoint, parameters, clean }: Pick<Request, 'endpoint' | 'parameters' | 'clean'>,
  message: string,
  details?: Omit<ErrorDetails, 'endpoint' | 'parameters'>,
): ApiError {
  return Object.assign(new Kind(clean(`${message} (${endpoint})`)), { endpoint, parameters }, details);
}

/** What is wrong with each parameter, by its name in this client rather than by its letter. */
function fieldsOf({ letters, clean }: Request, errors: unknown): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const name in letters) {
    const problems: unknown = Object(errors)[`${letters[name]}`];
    if (Array.isArray(problems)) fields[name] = problems.map(String).map(clean);
  }
  return fields;
}
