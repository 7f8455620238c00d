import type { Done, NewKey, OwnKeys } from '@laurel/contract/site';
import type { FastifyInstance } from 'fastify';
import { keyNameProblem } from '../accounts/key-name.ts';
import { Failure } from '../http/failure.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { refuseProblems, textFields } from './fields.ts';
import type { SiteContext } from './site-context.ts';

/** One's own keys of the Web API. */
export function keyRoutes(site: FastifyInstance, { store, now, sessions, uses }: SiteContext): void {
  site.get('/site/keys', async (request): Promise<OwnKeys> => {
    const { playerId } = await sessions.require(request);
    // Whoever has just tried a key wants to see it.
    await uses.flush();
    return { keys: await store.listPlayerKeys(playerId) };
  });

  site.post('/site/keys', async (request): Promise<NewKey> => {
    const { playerId } = await sessions.require(request);
    const name = textFields(request.body, ['name']).name.trim();
    refuseProblems({ name: keyNameProblem(name) });
    const key = newSecret();
    const made = await store.savePlayerKey(playerId, { hash: secretHash(key), name, now: now() });
    if (made === undefined) {
      throw new Failure('invalid_state', { title: 'You have too many keys. Please revoke one first.' });
    }
    return { ...made, key };
  });

  site.delete<{ Params: { id: string } }>('/site/keys/:id', async (request): Promise<Done> => {
    const { playerId } = await sessions.require(request);
    if (!(await store.revokePlayerKey(playerId, request.params.id))) {
      throw new Failure('not_found', { title: 'You have no such key; it may be revoked already.' });
    }
    return {};
  });
}
