import type { Fetch, FetchResponse } from '../options.ts';

export interface FakeFetch {
  readonly fetch: Fetch;
  /** What was asked so far. */
  readonly asked: { readonly url: URL; readonly headers: Readonly<Record<string, string>> }[];
}

/** A `fetch` that answers with these, one after the other, the last one again and again. Errors are thrown. */
export function fakeFetch(...answers: (FetchResponse | Error)[]): FakeFetch {
  const asked: FakeFetch['asked'] = [];
  return {
    asked,
    fetch: async (url, { headers }) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ url: new URL(url), headers });
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    },
  };
}

/** An answer with this body as JSON, which can be given again and again. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): FetchResponse {
  const text = JSON.stringify(body);
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: '',
    headers: new Headers(headers),
    text: async () => text,
  };
}
