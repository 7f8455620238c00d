import { UnexpectedResponseError } from './errors.ts';
import { errorOf } from './network/failure.ts';

/** A list that an endpoint gives page by page. */
export interface List<Page, Entry> {
  readonly endpoint: string;
  /** Asks for a page. */
  readonly read: (place: Place, signal: AbortSignal) => Promise<Page>;
  readonly entries: (page: Page) => readonly Entry[];
  /** How long the whole list is. */
  readonly total: (page: Page) => number;
  /** What no two entries share. */
  readonly identity: (entry: Entry) => unknown;
  /** How many entries a page has at most. */
  readonly max: number;
}

interface Place {
  readonly offset: number;
  readonly count: number;
}

/** Where to begin, and how much to ask for at once. */
export interface Paging {
  /** How many entries are asked for at once; by default, as many as the server gives. */
  readonly pageSize?: number | undefined;
  /** How many entries to skip at the beginning. */
  readonly offset?: number | undefined;
}

/**
 * Reads a list to its end, or for as long as it is wanted; the next page is asked for while this one is in use.
 *
 * What comes to the head of the list meanwhile moves entries into later pages: each is given once. An entry that moved
 * to the head itself is not lost: where there was such a move, the head is read again at the end.
 *
 * @param signal ends it, with the signal's reason
 */
export async function* iterate<Page, Entry>(
  { endpoint, read, entries, total, identity, max }: List<Page, Entry>,
  { pageSize = max, offset: first = 0 }: Paging,
  signal: AbortSignal | undefined,
): AsyncGenerator<Entry, void, undefined> {
  const count = Math.min(pageSize, max);
  const seen = new Set<unknown>();
  const isNew = (entry: Entry) => !seen.has(identity(entry)) && seen.add(identity(entry));

  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();

  let hasMoved = false;
  let isSecondTime = false;
  let offset = first;
  let next: Promise<Page> | undefined = ask();
  try {
    while (next) {
      const page: Page = await next;
      const all = entries(page);
      if (!Array.isArray(all))
        throw errorOf(
          UnexpectedResponseError,
          { endpoint, parameters: { offset }, clean: String },
          'The page has no list',
        );
      const fresh = all.filter(isNew);
      offset += all.length;
      hasMoved ||= fresh.length < all.length;
      // A server may give fewer entries than it was asked for, or count them in another way: that alone is no end.
      const isPastTotal = !(offset < total(page));
      const isEnd =
        all.length === 0 ||
        (isPastTotal && all.length < count) ||
        (fresh.length === 0 && (isPastTotal || isSecondTime));
      next = isEnd ? again() : ask();
      yield* fresh;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    controller.abort();
  }

  function ask(): Promise<Page> {
    const page = read({ offset, count }, controller.signal);
    // Whoever waits for it gets its error; who has stopped reading wants none.
    page.catch(() => {});
    return page;
  }

  function again(): Promise<Page> | undefined {
    if (!hasMoved || isSecondTime || first > 0) return undefined;
    isSecondTime = true;
    offset = 0;
    return ask();
  }
}
