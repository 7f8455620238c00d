import type { Cache } from './cache.ts';
import type { Limiter } from './limiter.ts';

/** What a call can be told. Everything is optional. */
export interface Options {
  /**
   * Where the server is: `http://127.0.0.1:8080`. By default, the public service.
   * What comes before `/API/…` is part of it: `https://example.org/laurel`.
   */
  readonly baseUrl?: string | undefined;
  /**
   * How the key travels: in the header `X-API-Key`, or as `y` in the URL, where proxies log it.
   * By default in the header, but for the public service, which takes only `y`.
   */
  readonly keyIn?: 'header' | 'query' | undefined;
  /** Further headers, for instance a `User-Agent` that names your program. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What sends the requests. By default, the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Ends the call; it then rejects with the signal's reason, as `fetch` does. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds that the whole call may take, retries and the waits between them included; what it waits for a
   * {@link Options.limiter} does not count. 30,000 by default; `Infinity` for as long as it takes.
   */
  readonly timeout?: number | undefined;
  /** How often a call is tried again after a network error, a 429 or a 5xx. 2 by default; 0 for never. */
  readonly retries?: number | undefined;
  /** Keeps calls below a rate, and below a number at once: see `createLimiter`. Off by default. */
  readonly limiter?: Limiter | undefined;
  /** Keeps answers, and asks the server only whether they still stand: see `createCache`. Off by default. */
  readonly cache?: Cache | undefined;
  /**
   * Checks every answer against its documentation; a difference is an `UnexpectedResponseError`.
   * It needs `import '@laurel/client/validate'` somewhere in the program. Off by default.
   */
  readonly validate?: boolean | undefined;
}

/** The part of the global `fetch` that the client uses: any function of this shape will do. */
export type Fetch = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<FetchResponse>;

/** The part of a `Response` that the client reads. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}
