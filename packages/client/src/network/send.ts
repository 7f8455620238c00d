import { parseObject } from '../answer/json.ts';
import { NetworkError, TimeoutError, TransientError } from '../errors.ts';
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
  const { timeout = 30_000, retries = 2, signal, limiter, cache, fetch: ask = fetch } = options;
  const late = async () => {
    throw errorOf(TimeoutError, request, `No answer in ${timeout} ms`);
  };
  let left = timeout;
  for (let tried = 0; ; tried += 1) {
    const release = limiter && (await limiter(signal));
    const began = Date.now();
    try {
      return await within(left, signal, late, (inner) =>
        attempt(request, cache?.(ask) ?? ask, inner),
      ).finally(release);
    } catch (error) {
      if (!(error instanceof TransientError) || tried >= retries) throw error;
      const wait = backoff(tried, error.retryAfterMs);
      left -= Date.now() - began + wait;
      if (left <= 0) throw error;
      await pause(wait, signal);
    }
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
  const answer = response.ok && parseObject(body);
  if (answer) return answer;
  throw failureOf(request, response, body);
}

/** What an error says, and what its cause does: that of `fetch` has the reason in its cause. */
function reasonOf(error: unknown): string {
  const { message, code } = Object(Object(error).cause);
  return `${error} ${message || code || ''}`;
}
