import type { Fields } from '@laurel/contract/connect/params';
import type { Context } from '../context.ts';
import type { Asking, Callers } from '../http/callers.ts';

/** What the handlers of the Connect API need of the server. */
export type ConnectContext = Pick<Context, 'store' | 'now' | 'failedLogins'>;

/** One call of the Connect API, as the handlers see it. */
export interface ConnectCall {
  /** Query and form together; what is in both counts as in the form. */
  readonly fields: Fields;
  /** The form of a POST alone. */
  readonly form: Fields;
  /** Where the caller reached this server, as in `http://127.0.0.1:8080`: it comes back in addresses of pictures. */
  readonly origin: string;
  /** Where the call comes from. */
  readonly address: string;
}

/**
 * Reads a call. Names and values are trimmed as on the live service, the password excepted.
 *
 * @param encodedForm the body; empty where it is no form
 */
export function readCall(request: Asking, encodedForm: string, callers: Callers): ConnectCall {
  const { url = '' } = request;
  const query = fieldsOf(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
  const form = fieldsOf(encodedForm);
  const fields = new Map([...query, ...form]);
  const token = query.get('t') ?? form.get('t') ?? bearerOf(request);
  if (token !== undefined) fields.set('t', token);
  return { fields, form, origin: callers.originOf(request), address: callers.addressOf(request) };
}

/** Fields by name: the last of several that share one, as in PHP. */
function fieldsOf(encoded: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(encoded)) {
    fields.set(name, name === 'p' ? value : value.trim());
  }
  return fields;
}

function bearerOf(request: Asking): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
}
