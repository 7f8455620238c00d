import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { makeAccount } from '../accounts/make-account.ts';
import type { Context } from '../context.ts';
import { type SetupPage, setupPage } from './page.ts';

/** `/setup`: the page on which the first account is made, with the one-time code that `laurel serve` prints. */
export async function registerSetup(
  app: FastifyInstance,
  { store, now, firstAccount }: Pick<Context, 'store' | 'now' | 'firstAccount'>,
): Promise<void> {
  // An account may have been made elsewhere meanwhile, by the command for one.
  const isOpen = async (code: string) => firstAccount.accepts(code) && !(await store.hasAccounts());

  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    scope.get('/setup', async (request, reply) => {
      const { code } = fieldsOf(request.query);
      if (!(await isOpen(code))) return sendPage(reply, 403, REFUSED);
      return sendPage(reply, 200, { title: 'Welcome to Laurel', message: WELCOME, code });
    });

    scope.post('/setup', async (request, reply) => {
      const { code, username, password } = fieldsOf(request.body);
      if (!(await isOpen(code))) return sendPage(reply, 403, REFUSED);
      const problem = await makeAccount(store, { username, password, admin: true, now: now() });
      if (problem !== null) {
        return sendPage(reply, 422, { title: 'Welcome to Laurel', message: problem, code, username });
      }
      firstAccount.done();
      return sendPage(reply, 200, { title: `Welcome, ${username}`, message: MADE });
    });
  });
}

const WELCOME = 'Make the first account. Your emulator signs in with it, and it may administer this server.';
const MADE = 'Your account is made. Sign in with it in your emulator: the README shows how, step by step.';
const REFUSED: SetupPage = {
  title: 'This address has been used',
  message:
    'The first account is made, or the server was started again since. ' +
    'Look at what the server printed last, or run: laurel user add NAME',
};

type Fields = Readonly<Record<'code' | 'username' | 'password', string>>;

function fieldsOf(source: unknown): Fields {
  const fields = (typeof source === 'object' && source !== null ? source : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return { code: text('code'), username: text('username'), password: text('password') };
}

function sendPage(reply: FastifyReply, status: number, page: SetupPage): FastifyReply {
  const html = setupPage(page);
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const styleHash = createHash('sha256').update(style).digest('base64');
  return reply
    .code(status)
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'`,
    )
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(html);
}
