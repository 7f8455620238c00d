import { existsSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const BUILT = join(import.meta.dirname, '../../../web/dist');

/** The addresses of its pages: the website itself finds out what is asked for. */
const PAGES = ['/', '/games', '/game/*', '/achievement/*', '/user/*', '/sign-in', '/account'];

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

/**
 * The website.
 *
 * @param built the folder that its build has written
 */
export async function registerWebsite(app: FastifyInstance, built: string = BUILT): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) {
    app.get('/', (_, reply) => reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT));
    return;
  }
  await app.register(async (scope) => {
    await scope.register(files, {
      root: built,
      serve: true,
      index: false,
      wildcard: false,
      preCompressed: true,
      // The names of what is built say what is in it.
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isNamedByContent = path.includes('/assets/');
        reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
        reply.header('x-content-type-options', 'nosniff');
      },
    });
    for (const page of PAGES) scope.get(page, (_, reply) => sendPage(reply));
  });
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('x-content-type-options', 'nosniff')
    .sendFile('index.html');
}
