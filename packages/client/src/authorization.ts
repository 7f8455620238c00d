import type { Options } from './options.ts';

/** Who asks, and with which {@link Options} every call that is given it is made. */
export interface Authorization extends Options {
  /** Your username. */
  readonly username: string;
  /** Your web API key, from the settings of the public service, or from `laurel key create`. */
  readonly webApiKey: string;
}

/**
 * Gives what every call takes first: who asks, and how. It returns what it is given, checked.
 *
 * @throws TypeError where the username or the key is missing
 * @example
 * // The public service:
 * const authorization = buildAuthorization({ username: 'Scott', webApiKey: '…' });
 *
 * // A Laurel of one's own:
 * const authorization = buildAuthorization({
 *   username: 'Scott',
 *   webApiKey: '…',
 *   baseUrl: 'http://127.0.0.1:8080',
 * });
 */
export function buildAuthorization<Given extends Authorization>(options: Given): Given {
  if (!options.username || !options.webApiKey)
    throw new TypeError('buildAuthorization needs a username and a webApiKey.');
  return options;
}
