import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { secretHash } from '../secrets/secrets.ts';

/**
 * Lets a request with a valid web API key through: as the parameter `y`, as the header `X-API-Key`, or as
 * `Authorization: Bearer`.
 *
 * @throws Failure when there is none, when it is wrong, or when several differ
 */
export async function authenticate(request: FastifyRequest, { store }: Context): Promise<void> {
  const [key, ...others] = new Set(keysOf(request));
  if (key === undefined) throw new Failure('unauthorized');
  if (others.length > 0) throw new Failure('keys_disagree');
  if (!(await store.isApiKey(secretHash(key)))) throw new Failure('unauthorized');
}

function keysOf(request: FastifyRequest): string[] {
  const { y } = request.query as { y?: string | string[] };
  const { authorization, 'x-api-key': header } = request.headers;
  const bearer = authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  return [y, header, bearer].flat().filter((key): key is string => key !== undefined && key !== '');
}
