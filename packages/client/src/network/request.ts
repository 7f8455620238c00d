import type { Authorization } from '../authorization.ts';
import type { Endpoint } from '../endpoint.ts';
import type { ErrorDetails } from '../errors.ts';
import { without } from './secret.ts';

/** A request, ready to be sent. */
export interface Request extends Pick<ErrorDetails, 'endpoint' | 'parameters'> {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Takes out of a text what must not be in an error: the key. */
  readonly clean: (text: string) => string;
  /** The letter on the wire of each parameter. */
  readonly letters: Readonly<Record<string, string>>;
}

const PUBLIC_SERVICE = 'https://retroachievements.org';

/** The request for these arguments of an endpoint. */
export function requestOf(
  { name, letters, values }: Endpoint,
  authorization: Authorization,
  payload: Readonly<Record<string, unknown>>,
): Request {
  const { username, webApiKey, headers, baseUrl = PUBLIC_SERVICE, keyIn } = authorization;
  const isInQuery = keyIn ? keyIn === 'query' : baseUrl.startsWith(PUBLIC_SERVICE);
  let query = isInQuery ? `&z=${encodeURIComponent(username)}&y=${encodeURIComponent(webApiKey)}` : '';
  for (const argument in letters) {
    const given = payload[argument];
    const value = values?.[argument]?.[`${given}`] ?? given;
    // As in the official client, what is 0 or empty is not sent: it is no value of any parameter but a default.
    if (value || value === false)
      query += `&${letters[argument]}=${encodeURIComponent(`${value === true ? 1 : value || 0}`)}`;
  }
  return {
    url: `${baseUrl.replace(/\/+$/, '')}/API/API_${name}.php?${query.slice(1)}`,
    headers: isInQuery ? { ...headers } : { ...headers, 'X-API-Key': webApiKey },
    clean: without(webApiKey),
    endpoint: name,
    parameters: payload,
    letters,
  };
}
