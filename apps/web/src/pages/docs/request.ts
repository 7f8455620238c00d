/** A request of the Web API, as somebody has filled it in. */
export interface ApiRequest {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  readonly path: string;
  /** What was typed, by the name of the parameter; what is empty is left out. */
  readonly values: Readonly<Record<string, string>>;
  readonly key: string;
}

/** What stands for a key where there is none yet. */
export const NO_KEY = 'YOUR_KEY';

/** The address, with what is asked for; the key is never in it. */
export function urlOf({ origin, path, values }: Omit<ApiRequest, 'key'>): string {
  const query = givenOf(values).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return `${origin}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The request as a line for a shell. */
export function curlOf(request: ApiRequest): string {
  return `curl -H ${shellQuoted(`X-API-Key: ${request.key || NO_KEY}`)} ${shellQuoted(urlOf(request))}`;
}

/** What was typed into fields, without those that are empty. */
export function givenOf(values: ApiRequest['values']): [name: string, value: string][] {
  return Object.entries(values).filter(([, value]) => value !== '');
}

/** A text as one word of a POSIX shell, whatever is in it. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** As in a query; commas stay readable. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%2C', ',');
}
