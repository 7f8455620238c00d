/**
 * The kinds of parameters of the Connect API. Emulators never see a parameter of theirs refused as malformed:
 * an id or a hash that is not well formed names nothing, just as one that nobody has, which the live service
 * answers in the same way. Only a parameter that is absent is an error.
 */

/** The fields of a request by name, from its query and its form, without blanks around them. */
export type Fields = ReadonlyMap<string, string>;

/** One parameter of a request. */
export interface ConnectParam<T> {
  readonly description: string;
  readonly required: boolean;
  /** Reads it from its text; undefined is given only to a parameter that is not required. */
  readonly read: (text: string | undefined) => T;
}

export type ConnectParams = Readonly<Record<string, ConnectParam<unknown>>>;

/** What a handler gets of the parameters: each of them, read. */
export type ConnectValues<P extends ConnectParams> = {
  readonly [Name in keyof P]: P[Name] extends ConnectParam<infer T> ? T : never;
};

/** The largest id that a store holds. */
const LARGEST_ID = 2_147_483_647;

/** An id: a whole number from 1; 0, which names nothing, for anything else. */
export function id(description: string): ConnectParam<number> {
  return {
    description,
    required: true,
    read(text = '') {
      const number = wholeNumber(text);
      return number <= LARGEST_ID ? number : 0;
    },
  };
}

/** The MD5 of a ROM, in lower case; "", which no ROM has, for anything else. */
export function romHash(description: string): ConnectParam<string> {
  return { description, required: true, read: (text = '') => (MD5.test(text) ? text.toLowerCase() : '') };
}

/** Text as it was sent, "" where it was not. */
export function text(description: string): ConnectParam<string> {
  return { description, required: true, read: (sent = '') => sent };
}

/** A number of seconds from 0; a negative or malformed one counts as 0. */
export function seconds(description: string): ConnectParam<number> {
  return { description, required: true, read: (sent = '') => wholeNumber(sent) };
}

/** Whether something is so; not unless it says so. Never required. */
export function flag(description: string): ConnectParam<boolean> {
  return { description, required: false, read: (sent = '') => YES.has(sent.toLowerCase()) };
}

/** Which achievements of a set are asked for: promoted ones, unpromoted ones or both. Never required. */
export function promotion(): ConnectParam<'promoted' | 'unpromoted' | 'both'> {
  return {
    description: '3: only promoted achievements; 5: only unpromoted ones; anything else: both.',
    required: false,
    read: (sent) => (sent === '3' ? 'promoted' : sent === '5' ? 'unpromoted' : 'both'),
  };
}

/** The same parameter, undefined where it is not sent. */
export function optional<T>(param: ConnectParam<T>): ConnectParam<T | undefined> {
  return {
    description: param.description,
    required: false,
    read: (sent) => (sent === undefined ? undefined : param.read(sent)),
  };
}

/**
 * Reads the parameters of a request. A parameter that is there but empty is not missing, as on the live
 * service.
 *
 * @returns undefined where a required one is missing
 */
export function readParams<P extends ConnectParams>(params: P, fields: Fields): ConnectValues<P> | undefined {
  const values: Record<string, unknown> = {};
  for (const [name, param] of Object.entries(params)) {
    const sent = fields.get(name);
    if (sent === undefined && param.required) return undefined;
    values[name] = param.read(sent);
  }
  // Every name of P was read by its own parameter just now, which the compiler cannot follow.
  return values as ConnectValues<P>;
}

const MD5 = /^[0-9a-f]{32}$/i;
const YES: ReadonlySet<string> = new Set(['1', 'true', 'on', 'yes']);

function wholeNumber(sent: string): number {
  return /^[0-9]{1,15}$/.test(sent) ? Number(sent) : 0;
}
