import type { FastifyBaseLogger } from 'fastify';
import pino from 'pino';

/** Parameters that are secrets: the web API key, the token, the password. */
const SECRETS = /([?&](?:y|t|p)=)[^&]*/gi;

/** The address of a request without the secrets in its query. */
export function redactUrl(url: string): string {
  return url.replace(SECRETS, '$1[redacted]');
}

/** The log, as JSON lines on standard error. At `info` each request has a line; headers and bodies are in none. */
export function accessLog(level: string): FastifyBaseLogger {
  return pino(
    {
      level,
      serializers: {
        req: (request: { method: string; url: string; ip: string }) => ({
          method: request.method,
          url: redactUrl(request.url),
          address: request.ip,
        }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      },
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
