/** Milliseconds. */
const FIRST = 500;
const LONGEST = 30_000;

/**
 * Milliseconds to wait before trying again: twice as long each time, at random between half of that and all of it,
 * so that clients that failed together do not come back together; and never less than what the server asks for.
 *
 * @param tried how often it has been tried again so far, from 0
 */
export function backoff(tried: number, retryAfterMs = 0): number {
  return retryAfterMs + Math.min(FIRST * 2 ** tried, LONGEST) * (1 - Math.random() / 2);
}

/**
 * Milliseconds that a header `Retry-After` asks to wait, which has seconds or a date; nothing where there is nothing
 * to wait for, or the header has neither.
 */
export function retryAfter(header: string | null): number | undefined {
  const seconds = Number(header);
  const wait = seconds >= 0 ? seconds * 1000 : Date.parse(`${header}`) - Date.now();
  return wait > 0 ? wait : undefined;
}
