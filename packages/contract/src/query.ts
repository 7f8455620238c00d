import type { Param, Reading } from './params.ts';

/** The parameters of an endpoint, by letter. */
export type Params = Readonly<Record<string, Param<unknown>>>;

/** What a handler gets of the parameters: each of them, read. */
export type Query<P extends Params> = {
  readonly [Letter in keyof P]: P[Letter] extends Param<infer T> ? T : never;
};

/** What is wrong with a query, by parameter: `{ u: ['The u field is required.'] }`. */
export type QueryErrors = Readonly<Record<string, readonly string[]>>;

export type QueryReading<P extends Params> =
  | { readonly ok: true; readonly value: Query<P> }
  | { readonly ok: false; readonly errors: QueryErrors };

type ParamList = readonly (readonly [letter: string, param: Param<unknown>])[];

/** The parameters of each endpoint as a list: to make it takes as long as to read a query. */
const lists = new WeakMap<Params, ParamList>();

/**
 * Reads the parameters of a request. What the endpoint does not know (`z`, for one) is not looked at; an
 * empty parameter counts as not given, as on the live service; one that is given twice is malformed.
 *
 * @param raw the query as an HTTP server decodes it: text, or an array where a name comes more than once
 */
export function parseQuery<P extends Params>(
  params: P,
  raw: Readonly<Record<string, unknown>>,
): QueryReading<P> {
  const value: Record<string, unknown> = {};
  let errors: Record<string, string[]> | undefined;
  for (const [letter, param] of listOf(params)) {
    const reading = readParam(param, Object.hasOwn(raw, letter) ? raw[letter] : undefined);
    if (reading.ok) value[letter] = reading.value;
    else {
      errors ??= {};
      errors[letter] = [`The ${letter} ${reading.problem}`];
    }
  }
  if (errors !== undefined) return { ok: false, errors };
  // Every letter of P was read by its own parameter just now, which the compiler cannot follow.
  return { ok: true, value: value as Query<P> };
}

function listOf(params: Params): ParamList {
  let list = lists.get(params);
  if (list === undefined) {
    list = Object.entries(params);
    lists.set(params, list);
  }
  return list;
}

function readParam<T>(param: Param<T>, raw: unknown): Reading<T> {
  if (raw === undefined || raw === null || raw === '') {
    return param.default === undefined
      ? { ok: false, problem: 'field is required.' }
      : { ok: true, value: param.default };
  }
  return typeof raw === 'string' ? param.read(raw) : { ok: false, problem: 'field must be given only once.' };
}
