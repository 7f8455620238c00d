import { isObject, parseJson } from '../answer/json.ts';
import { NetworkError, TimeoutError, TransientError, UnexpectedResponseError } from '../errors.ts';
import type { Fetch, FetchResponse, Options } from '../options.ts';
import { backoff } from './backoff.ts';
import { errorOf, failureOf } from './failure.ts';
import { pause } from './pause.ts';
import type { Request } from './request.ts';
import { within } from './within.ts';

/**
 * Sends a request until there is an answer, or no time or retry left.
 *
 * @returns the body, as JSON has it: an object or an array
 * @throws ApiError of the kind that says what happened
 */
export async function send(request: Request, options: Options): Promise<object> {
  const { timeout = 30_000, retries = 2, signal, limiter, cache, fetch = globalThis.fetch } = options;
  const late = () => errorOf(TimeoutError, request, `No answer within ${timeout} ms`);
  let left = timeout;
  for (let tried = 0; ; tried += 1) {
    const release = await limiter?.(signal);
    const began = Date.now();
    let wait: number;
    try {
      return await within(left, signal, late, (inner) =>
        attempt(request, cache ? cache(fetch) : fetch, inner),
      );
    } catch (error) {
      if (!(error instanceof TransientError) || tried >= retries) throw error;
      wait = backoff(tried, error.retryAfterMs);
      left -= Date.now() - began + wait;
      if (left <= 0) throw error;
    } finally {
      release?.();
    }
    await pause(wait, signal);
  }
}

async function attempt(request: Request, fetch: Fetch, signal: AbortSignal): Promise<object> {
  const { url, headers } = request;
  let response: FetchResponse;
  let body: string;
  try {
    response = await fetch(url, { headers, signal });
    body = await response.text();
  } catch (error) {
    throw errorOf(NetworkError, request, reasonOf(error));
  }
  if (!response.ok) throw failureOf(request, response, body);
  const answer = parseJson(body);
  if (isObject(answer)) return answer;
  throw errorOf(UnexpectedResponseError, request, `The answer is not JSON: ${body.slice(0, 80)}`, {
    status: response.status,
  });
}

/** What an error says, and what its cause does: that of `fetch` has the reason in its cause. */
function reasonOf(error: unknown): string {
  const cause = isObject(error) && error.cause;
  return isObject(cause) ? `${error}: ${cause.message || cause.code}` : String(error);
}
