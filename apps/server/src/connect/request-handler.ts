import type { ConnectParams, ConnectValues } from '@laurel/contract/connect/params';
import { readParams } from '@laurel/contract/connect/params';
import type { ConnectRequest } from '@laurel/contract/connect/request';
import { Failure } from '../http/failure.ts';
import type { ConnectCall, ConnectContext } from './call.ts';

/** What answers one value of `r`: the body of the answer. */
export interface RequestHandler {
  readonly name: string;
  readonly answer: (call: ConnectCall, context: ConnectContext) => Promise<object>;
}

/**
 * Declares what answers a request. A file in `requests/` whose default export it is, is mounted.
 *
 * @throws Failure (the answer does) with the error of the table that is to be told
 * @example
 * export default handle(gameid, async (call, { store }) => {
 *   const { m } = validate(gameid, call);
 *   return gameid.present({ gameId: await store.findGameByHash(m) });
 * });
 */
export function handle<Body extends object>(
  request: ConnectRequest<string, ConnectParams, never, Body>,
  answer: (call: ConnectCall, context: ConnectContext) => Promise<Body>,
): RequestHandler {
  return { name: request.name, answer };
}

/** The parameters of a request, read. @throws Failure when one is missing */
export function validate<P extends ConnectParams>(
  request: { readonly params: P },
  call: ConnectCall,
): ConnectValues<P> {
  const values = readParams(request.params, call.fields);
  if (values === undefined) throw new Failure('missing_parameter');
  return values;
}
