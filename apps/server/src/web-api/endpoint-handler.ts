import type { AnswerOf, AnyEndpoint, QueryOf } from '@laurel/contract';
import type { StoreState } from '@laurel/store';

/** An endpoint, and what answers it: plain values, which the endpoint presents. */
export interface EndpointHandler<E extends AnyEndpoint = AnyEndpoint> {
  readonly endpoint: E;
  /** @param now the server's clock, in whole seconds since 1970 */
  readonly answer: (query: QueryOf<E>, state: StoreState, now: number) => Promise<AnswerOf<E>>;
  /** Whether the answer changes as time goes by, even if nothing in the store does. */
  readonly readsClock: boolean;
}

/**
 * Declares what answers an endpoint. A file in this folder whose default export it is, is mounted.
 *
 * @example
 * export default handle(getUserProgress, ({ u, i }, state) => state.userProgress(u, i));
 */
export function handle<E extends AnyEndpoint>(
  endpoint: E,
  answer: (query: QueryOf<E>, state: StoreState) => Promise<AnswerOf<E>>,
): EndpointHandler<E> {
  return { endpoint, answer, readsClock: false };
}

/** Declares what answers an endpoint whose answers are of the moment: each is good for one second. */
export function handleNow<E extends AnyEndpoint>(
  endpoint: E,
  answer: EndpointHandler<E>['answer'],
): EndpointHandler<E> {
  return { endpoint, answer, readsClock: true };
}
