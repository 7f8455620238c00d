import type { Fields } from '@laurel/contract/connect/params';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';

/** What the handlers of the Connect API need of the server. */
export type ConnectContext = Pick<Context, 'store' | 'now' | 'failedLogins'>;

/** One call of the Connect API, as the handlers see it. */
export interface ConnectCall {
  /** Query and form together; what is in both counts as in the form. */
  readonly fields: Fields;
  /** The form of a POST alone. */
  readonly form: Fields;
  /** Where the caller reached this server, as in `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Where the call comes from. */
  readonly address: string;
}

/** Reads a call. Names and values are trimmed as on the live service, the password excepted. */
export function readCall(request: FastifyRequest): ConnectCall {
  const { url } = request.raw;
  const query = fieldsOf(url?.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
  const form = fieldsOf(typeof request.body === 'string' ? request.body : '');
  const fields = new Map([...query, ...form]);
  const token = query.get('t') ?? form.get('t') ?? bearerOf(request);
  if (token !== undefined) fields.set('t', token);
  return { fields, form, origin: `${request.protocol}://${hostOf(request)}`, address: request.ip };
}

/** Fields by name: the last of several that share one, as in PHP. */
function fieldsOf(encoded: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(encoded)) {
    fields.set(name, name === 'p' ? value : value.trim());
  }
  return fields;
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** What the caller names this server: it comes back in addresses of pictures, to the caller alone. */
function hostOf(request: FastifyRequest): string {
  return /^[\w.:[\]-]{1,255}$/.test(request.host) ? request.host : 'localhost';
}
