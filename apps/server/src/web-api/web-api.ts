import type { IncomingHttpHeaders } from 'node:http';
import { parseQuery } from '@laurel/contract';
import type { Store, StoreState } from '@laurel/store';
import { now as systemClock } from '../clock.ts';
import { InvalidQuery } from '../http/failure.ts';
import type { JsonAnswer } from '../http/json-answer.ts';
import { AnswerCache, type KeptAnswer, type Known } from './answer-cache.ts';
import { ApiKeys } from './api-keys.ts';
import { authenticate } from './authenticate.ts';
import type { EndpointHandler } from './endpoint-handler.ts';
import { HashedName } from './hashed-name.ts';
import { presented } from './presented.ts';

/** What an answer depends on. */
export interface WebApiRequest {
  /** As it was sent, the query included. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Gives the query as it is decoded: text, or a list where a name comes more than once. */
  readonly query: () => Readonly<Record<string, unknown>>;
}

/** Answers requests of the Web API, and remembers the answers as long as nothing that they rest on changes. */
export class WebApi {
  readonly #store: Pick<Store, 'look'>;
  readonly #now: () => number;
  readonly #keys: ApiKeys;
  readonly #cache = new AnswerCache();

  /**
   * @param now the server's clock, in whole seconds since 1970
   * @param keys which keys open it
   */
  constructor(store: Pick<Store, 'look'>, now: () => number = systemClock, keys: ApiKeys = new ApiKeys()) {
    this.#store = store;
    this.#now = now;
    this.#keys = keys;
  }

  /** @throws Failure for a request without a valid key, with bad parameters, or for what there is not */
  answer(handler: EndpointHandler, request: WebApiRequest): Promise<JsonAnswer> {
    return this.#store.look((state) => {
      const known = this.#cache.at(state.revision);
      const now = this.#now();
      const text = handler.readsClock ? `${nameOf(request)}\n${now}` : nameOf(request);
      const kept = this.#cache.answers.get(text);
      // The key of an answer that is known may have expired since.
      if (kept?.revision === state.revision && kept.key.use(now)) return Promise.resolve(kept);
      const name = new HashedName(text);
      const underWay = known.underWay.get(name);
      if (underWay !== undefined) return underWay;
      const making = this.#make(handler, request, { name, now, kept }, known, state);
      known.underWay.set(name, making);
      return making;
    });
  }

  async #make(
    { endpoint, answer, restsOn }: EndpointHandler,
    request: WebApiRequest,
    { name, now, kept }: Asked,
    known: Known,
    state: StoreState,
  ): Promise<JsonAnswer> {
    try {
      const raw = request.query();
      // Awaited even where it is known: nothing may be refused before it is noted as under way.
      const key = await authenticate(raw, request.headers, {
        keys: this.#keys,
        known: known.keys,
        state,
        now,
      });
      const { revision } = state;
      if (kept?.grounds !== undefined && (await state.hold(kept.grounds))) {
        this.#cache.answers.set(name.text, { ...kept, key, revision });
        return kept;
      }
      const query = parseQuery(endpoint.params, raw);
      if (!query.ok) throw new InvalidQuery(query.errors);
      const values = await answer(query.value as never, state, now);
      const made = presented(endpoint, values);
      if (this.#cache.isWorthKeeping(name)) {
        const grounds = await (restsOn && state.grounds(restsOn(query.value as never, values)));
        this.#cache.answers.set(name.text, { ...made, key, revision, grounds });
      }
      return made;
    } finally {
      known.underWay.delete(name);
    }
  }
}

interface Asked {
  readonly name: HashedName;
  /** Seconds since 1970. */
  readonly now: number;
  /** The answer to the same request, maybe of another revision. */
  readonly kept: KeptAnswer | undefined;
}

/** Two requests of the same name get the same answer. No address and no header has a line break in it. */
function nameOf({ url, headers }: WebApiRequest): string {
  const { 'x-api-key': key, authorization } = headers;
  if (authorization === undefined) return key === undefined ? url : `${url}\n${key}`;
  return `${url}\n${key ?? ''}\n${authorization}`;
}
