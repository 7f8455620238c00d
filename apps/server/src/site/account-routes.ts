import type { ConnectToken, Done, Motto } from '@laurel/contract/site';
import type { FastifyInstance } from 'fastify';
import { checkLogin } from '../accounts/check-login.ts';
import { passwordProblem } from '../accounts/make-account.ts';
import { failureOf } from '../http/failure.ts';
import { hashPassword } from '../secrets/passwords.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { refuseProblems, textFields } from './fields.ts';
import type { SiteContext } from './site-context.ts';
import { InvalidFields } from './site-failure.ts';

/** No control characters, no ends of lines, nothing that is not a character: it is shown in one line. */
const MOTTO = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{0,50}$/u;

/** One's own account. */
export function accountRoutes(site: FastifyInstance, context: SiteContext): void {
  const { store, now, sessions } = context;

  site.post('/site/connect-token', async (request): Promise<ConnectToken> => {
    const { playerId, username } = await sessions.require(request);
    const token = newSecret();
    await store.saveToken({ hash: secretHash(token), playerId, now: now() });
    return { username, token };
  });

  site.post('/site/password', async (request): Promise<Done> => {
    const { playerId, username, hash } = await sessions.require(request);
    const { current, next } = textFields(request.body, ['current', 'next']);
    refuseProblems({ next: passwordProblem(next) });
    await checkLogin({ username, password: current, address: request.ip }, context).catch((error) => {
      // A 401 would say that one is not signed in.
      if (failureOf(error).error !== 'invalid_credentials') throw error;
      throw new InvalidFields({ current: 'This is not your password.' });
    });
    await store.changePassword({ playerId, passwordHash: await hashPassword(next), session: hash });
    return {};
  });

  site.post('/site/motto', async (request): Promise<Motto> => {
    const { playerId } = await sessions.require(request);
    const motto = textFields(request.body, ['motto']).motto.trim();
    refuseProblems({ motto: MOTTO.test(motto) ? null : 'A motto has at most 50 characters, in one line.' });
    await store.changeMotto(playerId, motto);
    return { motto };
  });
}
