import type { Fetch, FetchResponse } from './options.ts';

/** Puts a cache before a `fetch`. */
export type Cache = (fetch: Fetch) => Fetch;

/**
 * Keeps the last answers that came with an `ETag`; when one is asked for again, the server is only asked whether it still
 * stands (`If-None-Match`), which costs it next to nothing and sends no body.
 *
 * @param options.entries how many answers are kept, by default 100; those asked for last are
 * @example
 * const authorization = buildAuthorization({ username, webApiKey, cache: createCache() });
 */
export function createCache({ entries = 100 }: { readonly entries?: number } = {}): Cache {
  const kept = new Map<string, { readonly etag: string; readonly response: FetchResponse }>();

  return (fetch) => async (url, init) => {
    const known = kept.get(url);
    const headers = known ? { ...init.headers, 'If-None-Match': known.etag } : init.headers;
    const response = await fetch(url, { ...init, headers });
    if (known && response.status === 304) {
      keep(url, known);
      return known.response;
    }
    const etag = response.headers.get('etag');
    if (!response.ok || etag === null) return response;
    const body = await response.text();
    const { ok, status, statusText } = response;
    const copy = { ok, status, statusText, headers: response.headers, text: async () => body };
    keep(url, { etag, response: copy });
    return copy;
  };

  function keep(url: string, answer: { readonly etag: string; readonly response: FetchResponse }): void {
    kept.delete(url);
    kept.set(url, answer);
    const [oldest] = kept.keys();
    if (kept.size > entries && oldest !== undefined) kept.delete(oldest);
  }
}
