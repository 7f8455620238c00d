import type { FastifyReply } from 'fastify';

/** Sets the headers of an answer, from a list of name, value, name, value. */
export function setHeaders(reply: FastifyReply, headers: readonly string[]): void {
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] ?? '', headers[at + 1]);
}
