import type { AnswerOf, AnyEndpoint, QueryOf } from '@laurel/contract';
import type { StoreState } from '@laurel/store';

/** An endpoint, and what answers it: plain values, which the endpoint presents. */
export interface EndpointHandler<E extends AnyEndpoint = AnyEndpoint> {
  readonly endpoint: E;
  readonly answer: (query: QueryOf<E>, state: StoreState) => Promise<AnswerOf<E>>;
}

/**
 * Declares what answers an endpoint. A file in this folder whose default export it is, is mounted.
 *
 * @example
 * export default handle(getUserProgress, ({ u, i }, state) => state.userProgress(u, i));
 */
export function handle<E extends AnyEndpoint>(
  endpoint: E,
  answer: EndpointHandler<E>['answer'],
): EndpointHandler<E> {
  return { endpoint, answer };
}
