import type { AnswerOf, AnyEndpoint, QueryOf } from '@laurel/contract';
import type { RestsOn, StoreState } from '@laurel/store';

/** An endpoint, and what answers it: plain values, which the endpoint presents. */
export interface EndpointHandler<
  E extends AnyEndpoint = AnyEndpoint,
  Answer extends AnswerOf<E> = AnswerOf<E>,
> {
  readonly endpoint: E;
  /** @param now the server's clock, in whole seconds since 1970 */
  readonly answer: (query: QueryOf<E>, state: StoreState, now: number) => Promise<Answer>;
  /** Whether the answer changes as time goes by, even if nothing in the store does. */
  readonly readsClock: boolean;
  /** What its answers rest on; without it, on everything that is in the store. */
  readonly restsOn?: ((query: QueryOf<E>, answer: Answer) => RestsOn) | undefined;
}

/**
 * Declares what answers an endpoint. A file in this folder whose default export it is, is mounted.
 *
 * @param restsOn what an answer depends on beside the catalogue and what players are called: it is remembered
 *   until that changes. Without it, it is until anything changes; never-stale.test.ts tries those that have it.
 *
 * @example
 * export default handle(getUserProgress, ({ u, i }, state) => state.userProgress(u, i), ({ u }) => ({ named: u }));
 */
export function handle<E extends AnyEndpoint, Answer extends AnswerOf<E>>(
  endpoint: E,
  answer: (query: QueryOf<E>, state: StoreState) => Promise<Answer>,
  restsOn?: (query: QueryOf<E>, answer: Answer) => RestsOn,
): EndpointHandler<E, Answer> {
  return { endpoint, answer, readsClock: false, restsOn };
}

/** Declares what answers an endpoint whose answers are of the moment: each is good for one second. */
export function handleNow<E extends AnyEndpoint>(
  endpoint: E,
  answer: EndpointHandler<E>['answer'],
): EndpointHandler<E> {
  return { endpoint, answer, readsClock: true };
}
