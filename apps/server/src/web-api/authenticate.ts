import type { IncomingHttpHeaders } from 'node:http';
import type { StoreState } from '@laurel/store';
import { Failure } from '../http/failure.ts';
import { secretHash } from '../secrets/secrets.ts';

/**
 * Lets a request with a valid web API key through: as the parameter `y`, as the header `X-API-Key`, or as
 * `Authorization: Bearer`.
 *
 * @param valid the keys that are known to be valid in this state; those that prove to be are added
 * @throws Failure when there is none, when it is wrong, or when several differ
 */
export async function authenticate(
  query: Readonly<Record<string, unknown>>,
  headers: IncomingHttpHeaders,
  valid: { readonly keys: Set<string>; readonly state: Pick<StoreState, 'isApiKey'> },
): Promise<void> {
  const [key, ...others] = new Set(keysOf(query, headers));
  if (key === undefined) throw new Failure('unauthorized');
  if (others.length > 0) throw new Failure('keys_disagree');
  if (valid.keys.has(key)) return;
  if (!(await valid.state.isApiKey(secretHash(key)))) throw new Failure('unauthorized');
  valid.keys.add(key);
}

function keysOf({ y }: Readonly<Record<string, unknown>>, headers: IncomingHttpHeaders): string[] {
  const { authorization, 'x-api-key': header } = headers;
  const bearer = authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  return [y, header, bearer].flat().filter((key): key is string => typeof key === 'string' && key !== '');
}
