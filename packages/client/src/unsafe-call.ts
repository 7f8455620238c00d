import { without } from './network/secret.ts';
import { send } from './network/send.ts';
import type { Options } from './options.ts';

/**
 * Asks any address and gives its JSON as it is: for endpoints that this client does not have, with its retries,
 * timeout and errors. The name is that of the official client.
 *
 * @example
 * const answer = await unsafe_call<{ Title: string }>({ url: `${server}/API/API_GetGame.php?i=1&y=${key}` });
 */
export async function unsafe_call<Result extends object>(
  { url }: { readonly url: string },
  options: Options = {},
): Promise<Result> {
  const [address = url, query] = url.split('?');
  const secret = new URLSearchParams(query).get('y') ?? '';
  const [, asSent = ''] = /(?:^|&)y=([^&]+)/.exec(query ?? '') ?? [];
  const headers = { ...options.headers };
  const clean = secret === '' ? String : (text: string) => without(asSent)(without(secret)(text));
  const request = { url, headers, clean, endpoint: address, parameters: {}, letters: {} };
  return (await send(request, options)) as Result;
}
