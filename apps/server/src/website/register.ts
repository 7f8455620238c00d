import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matches } from '../http/json-answer.ts';
import { takesGzip } from '../http/takes-gzip.ts';
import { readBuilt } from './built-file.ts';

const BUILT = join(createRequire(import.meta.url).resolve('@laurel/web/package.json'), '../dist');

/** The reference of the Web API; it finds by itself which endpoint is asked for. */
const REFERENCE = { '/docs': 'docs', '/docs/*': 'docs' };

/** The pages by their addresses; each has HTML of its own, which says at once what it will load. */
const PAGES = {
  ...REFERENCE,
  '/': 'home',
  '/games': 'games',
  '/game/*': 'game',
  '/achievement/*': 'achievement',
  '/user/*': 'player',
  '/user/:name/progress': 'progress',
  '/sign-in': 'sign-in',
  '/account': 'account',
  '/welcome': 'welcome',
};

/** Nothing from elsewhere, and no script in a page itself: what a user has written can never be one. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = 'The website is not built. Run: npm run build -w @laurel/web\n';

/** For what has a name that says what is in it. */
const FOR_EVER = 'public, max-age=31536000, immutable';

interface WebsiteOptions {
  /** All of its pages, or the reference alone. */
  readonly pages: 'all' | 'reference';
  /** The folder that its build has written. */
  readonly built?: string;
}

/**
 * The website.
 *
 * @returns whether there is one
 */
export function registerWebsite(app: FastifyInstance, { pages, built = BUILT }: WebsiteOptions): boolean {
  if (!existsSync(join(built, 'pages'))) {
    for (const address of [...(pages === 'all' ? ['/'] : []), ...Object.keys(REFERENCE)])
      app.get(address, (_, reply) => reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT));
    return false;
  }
  for (const [address, page] of Object.entries(pages === 'all' ? PAGES : REFERENCE)) {
    app.get(address, (request, reply) => {
      reply.header('content-security-policy', POLICY).header('referrer-policy', 'same-origin');
      return send(request, reply, { folder: join(built, 'pages'), name: `${page}.html` });
    });
  }
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
    send(request, reply, { folder: join(built, 'assets'), name: request.params['*'], caching: FOR_EVER }),
  );
  for (const name of ['theme.js', 'favicon.svg']) {
    app.get(`/${name}`, (request, reply) => send(request, reply, { folder: built, name }));
  }
  return true;
}

interface Wanted {
  readonly folder: string;
  readonly name: string;
  readonly caching?: string;
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { folder, name, caching = 'no-cache' }: Wanted,
): Promise<FastifyReply> {
  const file = await readBuilt(folder, name, takesGzip(request));
  if (file === undefined) {
    reply.callNotFound();
    return reply;
  }
  const etag = `"${hash('sha1', file.bytes, 'base64url')}"`;
  reply.headers({
    etag,
    'cache-control': caching,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  });
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  if (file.isCompressed) reply.header('content-encoding', 'gzip');
  return reply.type(file.type).send(file.bytes);
}
