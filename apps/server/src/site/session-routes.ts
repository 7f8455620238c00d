import type { SiteSession } from '@laurel/contract/site';
import type { FastifyInstance } from 'fastify';
import { checkLogin } from '../accounts/check-login.ts';
import { passwordProblem, usernameProblem } from '../accounts/make-account.ts';
import { Failure } from '../http/failure.ts';
import { FIRST_ACCOUNT_REFUSED } from '../setup/first-account.ts';
import { refuseProblems, textFields } from './fields.ts';
import type { SiteSessionOf } from './sessions.ts';
import type { SiteContext } from './site-context.ts';

/** Signing in and out, and the first account. */
export function sessionRoutes(site: FastifyInstance, context: SiteContext): void {
  const { store, now, sessions, visitorKeys, readers, firstAccount } = context;

  async function present(user: SiteSessionOf | undefined): Promise<SiteSession> {
    return {
      visitorKey: user === undefined && readers === 'members' ? null : visitorKeys.keyAt(now()),
      user: user ? { username: user.username, ulid: user.ulid, admin: user.admin, motto: user.motto } : null,
      hasAccounts: user !== undefined || !(await firstAccount.isNeeded()),
    };
  }

  site.get('/site/session', async (request) => present(await sessions.find(request)));

  site.post('/site/sign-in', async (request, reply) => {
    const fields = textFields(request.body, ['username', 'password']);
    const account = await checkLogin({ ...fields, address: request.ip }, context);
    return present(await sessions.start(account.playerId, request, reply));
  });

  site.post('/site/sign-out', async (request, reply) => {
    await sessions.end(request, reply);
    return present(undefined);
  });

  site.post('/site/sign-out-everywhere', async (request, reply) => {
    const { playerId } = await sessions.require(request);
    await store.signOutEverywhere(playerId);
    await sessions.end(request, reply);
    return present(undefined);
  });

  site.post('/site/first-account', async (request, reply) => {
    const { code, username, password } = textFields(request.body, ['code', 'username', 'password']);
    if (!(await firstAccount.accepts(code))) throw firstAccountRefused();
    refuseProblems({ username: usernameProblem(username), password: passwordProblem(password) });
    if (!(await firstAccount.make({ username, password, now: now() }))) throw firstAccountRefused();
    const account = await store.findAccount(username);
    if (account === undefined) throw new Error(`The account of ${username} is not there`);
    return present(await sessions.start(account.playerId, request, reply));
  });
}

function firstAccountRefused(): Failure {
  return new Failure('access_denied', { title: FIRST_ACCOUNT_REFUSED });
}
