import type { IncomingHttpHeaders } from 'node:http';
import type { StoreState } from '@laurel/store';
import { Failure } from '../http/failure.ts';
import type { AcceptedKey, ApiKeys } from './api-keys.ts';

/** What tells whether a key is valid at one moment. */
interface MomentOfKeys {
  readonly keys: ApiKeys;
  /** Those that were found in this state; what is found is added. */
  readonly known: Map<string, AcceptedKey>;
  readonly state: Pick<StoreState, 'isApiKey'>;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * Lets a request with a valid web API key through: as the parameter `y`, as the header `X-API-Key`, or as
 * `Authorization: Bearer`.
 *
 * @returns the key
 * @throws Failure when there is none, when it is wrong, or when several differ
 */
export async function authenticate(
  query: Readonly<Record<string, unknown>>,
  headers: IncomingHttpHeaders,
  at: MomentOfKeys,
): Promise<AcceptedKey> {
  const sent = keysOf(query, headers);
  const [key] = sent;
  if (key === undefined) throw new Failure('unauthorized');
  if (sent.some((other) => other !== key)) throw new Failure('keys_disagree');
  const accepted = at.known.get(key) ?? (await at.keys.find(key, at.now, at.state));
  if (!accepted?.use(at.now)) throw new Failure('unauthorized');
  at.known.set(key, accepted);
  return accepted;
}

function keysOf({ y }: Readonly<Record<string, unknown>>, headers: IncomingHttpHeaders): string[] {
  const { authorization, 'x-api-key': header } = headers;
  const bearer = authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  return [y, header, bearer].flat().filter((key): key is string => typeof key === 'string' && key !== '');
}
