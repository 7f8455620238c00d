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
 * @returns the key, at once where it is known; the promise rejects with a {@link Failure} when there is none, when
 *   it is wrong, or when several differ
 */
export function authenticate(
  query: Readonly<Record<string, unknown>>,
  headers: IncomingHttpHeaders,
  at: MomentOfKeys,
): AcceptedKey | Promise<AcceptedKey> {
  const only = onlyKeyOf(query, headers);
  const accepted = only === undefined ? undefined : at.known.get(only);
  return accepted?.use(at.now) ? accepted : find(query, headers, at);
}

/** The key of a request that carries it as nearly all do, in one place and not as a bearer. */
function onlyKeyOf(
  { y }: Readonly<Record<string, unknown>>,
  { authorization, 'x-api-key': header }: IncomingHttpHeaders,
): string | undefined {
  if (authorization !== undefined || (y !== undefined && header !== undefined)) return undefined;
  const key = y ?? header;
  return typeof key === 'string' ? key : undefined;
}

async function find(
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
