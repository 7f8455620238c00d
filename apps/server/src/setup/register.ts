import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { passwordProblem, usernameProblem } from '../accounts/make-account.ts';
import type { Context } from '../context.ts';
import { FIRST_ACCOUNT_REFUSED, WELCOME } from './first-account.ts';
import { type SetupPage, setupPage } from './page.ts';

/** The plain page on which the first account is made where there is no website, with the one-time code that `laurel serve` prints. */
export async function registerSetup(
  app: FastifyInstance,
  { now, firstAccount }: Pick<Context, 'now' | 'firstAccount'>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    scope.get(WELCOME, async (request, reply) => {
      const { code } = fieldsOf(request.query);
      if (!(await firstAccount.accepts(code))) return sendPage(reply, 403, REFUSED);
      return sendPage(reply, 200, { title: 'Welcome to Laurel', message: TO_DO, code });
    });

    scope.post(WELCOME, async (request, reply) => {
      const { code, username, password } = fieldsOf(request.body);
      if (!(await firstAccount.accepts(code))) return sendPage(reply, 403, REFUSED);
      const problem = usernameProblem(username) ?? passwordProblem(password);
      if (problem !== null) {
        return sendPage(reply, 422, { title: 'Welcome to Laurel', message: problem, code, username });
      }
      const made = await firstAccount.make({ username, password, now: now() });
      return made
        ? sendPage(reply, 200, { title: `Welcome, ${username}`, message: MADE })
        : sendPage(reply, 403, REFUSED);
    });
  });
}

const TO_DO = 'Make the first account. Your emulator signs in with it, and it may administer this server.';
const MADE = 'Your account is made. Sign in with it in your emulator: the README shows how, step by step.';
const REFUSED: SetupPage = { title: 'This address has been used', message: FIRST_ACCOUNT_REFUSED };

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
