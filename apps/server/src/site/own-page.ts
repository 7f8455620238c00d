import type { FastifyRequest } from 'fastify';
import { Failure } from '../http/failure.ts';

const JSON_BODY = /^application\/json *(;|$)/i;
const ORIGIN = /^https?:\/\/([^/]+)$/i;

/**
 * Lets only pages of this very host change something: a foreign page can neither say that it is of this one, nor
 * send JSON without asking first, and it is told no (there is no CORS here).
 *
 * @throws Failure that says what is missing
 */
export function refuseForeignPages(request: Pick<FastifyRequest, 'headers' | 'host'>): void {
  if (!isOfThisHost(request)) {
    throw new Failure('access_denied', {
      title: "Only this server's own pages may do this: send its address as Origin.",
    });
  }
  if (!JSON_BODY.test(request.headers['content-type'] ?? '')) {
    throw new Failure('access_denied', { title: 'Send JSON, with content-type: application/json.' });
  }
}

/**
 * Browsers say it in `Sec-Fetch-Site` where the connection is safe, and in `Origin` everywhere; pages cannot
 * write either. Behind a proxy that leaves out the port in `Host`, the first of them is the one that is right.
 */
function isOfThisHost({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return host !== '' && ORIGIN.exec(headers.origin ?? '')?.[1]?.toLowerCase() === host.toLowerCase();
}
