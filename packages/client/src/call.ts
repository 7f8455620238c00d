import { readAnswer } from './answer/read-answer.ts';
import type { Authorization } from './authorization.ts';
import type { Endpoint } from './endpoint.ts';
import { requestOf } from './network/request.ts';
import { send } from './network/send.ts';
import type { Options } from './options.ts';
import { validation } from './validation.ts';

/**
 * Asks an endpoint.
 *
 * The result is of the documented type because the server promises it; `validate: true` looks whether it keeps
 * its promise.
 *
 * @param options what is different from the authorization in this call
 */
export async function call<Result>(
  endpoint: Endpoint,
  authorization: Authorization,
  payload: Readonly<Record<string, unknown>>,
  options?: Options,
): Promise<Result> {
  const settings = { ...authorization, ...options };
  const request = requestOf(endpoint, settings, payload);
  const body = await send(request, settings);
  if (settings.validate) validation.check(request, body);
  return readAnswer(body, endpoint) as Result;
}
