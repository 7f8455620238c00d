import pino from 'pino';

/** Parameters that are secrets: the web API key, the token, the password, the code of the first account. */
const SECRETS = new Set(['y', 't', 'p', 'code']);

/** The address of a request without the secrets in its query, however their names are encoded. */
export function redactUrl(url: string): string {
  const [path = '', ...rest] = url.split('?');
  if (rest.length === 0) return path;
  return `${path}?${rest.join('?').split('&').map(redactParameter).join('&')}`;
}

function redactParameter(parameter: string): string {
  const [name = ''] = new URLSearchParams(parameter).keys();
  return SECRETS.has(name.trim().toLowerCase()) ? `${name}=[redacted]` : parameter;
}

/** The log, as JSON lines on standard error. At `info` each request has a line; headers and bodies are in none. */
export function accessLog(level: string): pino.Logger {
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
