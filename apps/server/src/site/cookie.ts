import type { FastifyRequest } from 'fastify';

const NAME = 'laurel_session';
/** A cookie of this name, whose value is a token as `newSecret` makes them (RFC 6265, 4.2.1). */
const COOKIE = /(?:^|;) *laurel_session=([0-9A-Za-z]{22}) *(?:;|$)/;

/** The token of a session in a `Cookie` header, if there is one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  return header === undefined ? undefined : COOKIE.exec(header)?.[1];
}

/**
 * A `Set-Cookie` header that gives the browser the token of a session.
 *
 * @param seconds how long the browser keeps it; 0 takes it away
 */
export function sessionCookie(token: string, seconds: number, request: Pick<FastifyRequest, 'protocol'>) {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  return `${NAME}=${token}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}
