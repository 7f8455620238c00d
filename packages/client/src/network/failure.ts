import { isObject, parseJson } from '../answer/json.ts';
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

type Kind = new (message: string, details: ErrorDetails) => ApiError;

const KINDS: Readonly<Record<number, Kind>> = {
  400: InvalidParametersError,
  401: UnauthorizedError,
  403: UnauthorizedError,
  404: NotFoundError,
  422: InvalidParametersError,
  429: RateLimitedError,
};

/** The error for an answer that is not a success. */
export function failureOf(
  request: Request,
  { status, statusText, headers }: FetchResponse,
  body: string,
): ApiError {
  // A proxy in between answers in HTML.
  const content = parseJson(body);
  const { message, errors } = isObject(content) ? content : {};
  const serverMessage = typeof message === 'string' ? request.clean(message) : '';
  const Kind = KINDS[status] ?? (status >= 500 ? ServerError : UnexpectedResponseError);
  return errorOf(
    Kind,
    request,
    `HTTP Error: Status ${status} ${statusText}${serverMessage && `: ${serverMessage}`}`,
    {
      status,
      serverMessage,
      retryAfterMs: retryAfter(headers.get('retry-after')),
      fields: fieldsOf(request, errors),
    },
  );
}

/** An error that says which endpoint was asked, and not with which key. */
export function errorOf(
  Kind: Kind,
  { about, clean }: Request,
  message: string,
  details?: Omit<ErrorDetails, 'endpoint' | 'parameters'>,
): ApiError {
  return new Kind(clean(`${message} (${about.endpoint})`), { ...about, ...details });
}

/** What is wrong with each parameter, by its name in this client rather than by its letter. */
function fieldsOf({ letters, clean }: Request, errors: unknown): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [name, letter] of Object.entries(letters)) {
    const problems = isObject(errors) && errors[letter];
    if (Array.isArray(problems)) fields[name] = problems.map(String).map(clean);
  }
  return fields;
}
