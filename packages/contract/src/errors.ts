import { type Static, Type } from 'typebox';
import type { QueryErrors } from './query.ts';

/** What can go wrong, as both APIs say it. */
export interface ErrorEntry {
  readonly status: number;
  /** The code on the wire. In the Web API it is, as on the live service, the name of the status. */
  readonly code: string;
  readonly title: string;
  readonly whatToDo: string;
}

/** The one table of errors. The Connect codes are those that rcheevos knows. */
export const ERRORS = {
  malformed_request: {
    status: 400,
    code: 'bad_request',
    title: 'The request cannot be read.',
    whatToDo: 'Check the encoding of its URL and its body.',
  },
  unauthorized: {
    status: 401,
    code: 'unauthorized',
    title: 'Unauthenticated.',
    whatToDo: 'Send a valid web API key: as the parameter y, as X-API-Key, or as Authorization: Bearer.',
  },
  keys_disagree: {
    status: 401,
    code: 'unauthorized',
    title: 'The request carries several web API keys that differ.',
    whatToDo: 'Send the key once.',
  },
  invalid_credentials: {
    status: 401,
    code: 'invalid_credentials',
    title: 'Wrong username, password or token.',
    whatToDo: 'Sign in again.',
  },
  expired_token: {
    status: 401,
    code: 'expired_token',
    title: 'The token has expired.',
    whatToDo: 'Sign in again.',
  },
  access_denied: {
    status: 403,
    code: 'access_denied',
    title: 'Access denied.',
    whatToDo: 'Ask whoever runs this server.',
  },
  unsupported_client: {
    status: 403,
    code: 'unsupported_client',
    title: 'This emulator is not supported.',
    whatToDo: 'Update the emulator.',
  },
  not_found: {
    status: 404,
    code: 'not_found',
    title: 'Not found.',
    whatToDo: 'Check the ID.',
  },
  unknown_path: {
    status: 404,
    code: 'not_found',
    title: 'There is nothing at this address.',
    whatToDo: 'The endpoints are listed at /docs.',
  },
  method_not_allowed: {
    status: 405,
    code: 'method_not_allowed',
    title: 'This address does not take this method.',
    whatToDo: 'Use GET or POST.',
  },
  invalid_state: {
    status: 409,
    code: 'invalid_state',
    title: 'This cannot be done now.',
    whatToDo: 'Load the game again.',
  },
  payload_too_large: {
    status: 413,
    code: 'payload_too_large',
    title: 'The request is too large.',
    whatToDo: 'Send less at once.',
  },
  missing_parameter: {
    status: 422,
    code: 'missing_parameter',
    title: 'A parameter is missing.',
    whatToDo: 'Send every parameter that the request needs.',
  },
  invalid_parameters: {
    status: 422,
    code: 'invalid_parameter',
    title: 'A parameter is malformed.',
    whatToDo: 'Check the parameters.',
  },
  too_many_requests: {
    status: 429,
    code: 'too_many_requests',
    title: 'Too many requests.',
    whatToDo: 'Wait for as many seconds as Retry-After says.',
  },
  internal: {
    status: 500,
    code: 'internal_error',
    title: 'The server failed.',
    whatToDo: 'This is a bug: please report it with the time at which it happened.',
  },
  unavailable: {
    status: 503,
    code: 'service_unavailable',
    title: 'The server is starting or under maintenance.',
    whatToDo: 'Try again in a moment.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorName = keyof typeof ERRORS;

/** The errors that have the plain form in the Web API: all but a 422, see {@link invalidParameters}. */
export type PlainErrorName = Exclude<ErrorName, 'missing_parameter' | 'invalid_parameters'>;

/** The body of an error of the Web API, a 422 excepted. */
export const WebApiError = Type.Object({
  message: Type.String({ description: 'What is wrong, and what to do about it.' }),
  errors: Type.Array(
    Type.Object({
      status: Type.String({ description: 'The HTTP status, as text.' }),
      code: Type.String(),
      title: Type.String(),
    }),
  ),
});

/** The body of a 422 of the Web API, in the form of the live service. */
export const InvalidParameters = Type.Object({
  message: Type.String({ description: 'The first problem, and how many more there are.' }),
  errors: Type.Record(Type.String(), Type.Array(Type.String()), {
    description: 'What is wrong with each parameter.',
  }),
});

/** The body of an error of the Connect API. */
export const ConnectError = Type.Object({
  Success: Type.Literal(false),
  Status: Type.Integer(),
  Code: Type.String(),
  Error: Type.String({ description: 'What an emulator shows to its player.' }),
});

/**
 * An error as the Web API says it.
 *
 * @param title what is wrong, where that can be said more exactly than in the table
 */
export function webApiError(
  name: PlainErrorName,
  title: string = ERRORS[name].title,
): Static<typeof WebApiError> {
  const { status, code, whatToDo } = ERRORS[name];
  return { message: `${title} ${whatToDo}`, errors: [{ status: String(status), code, title }] };
}

/**
 * A 422 as the Web API says it.
 *
 * @param errors what is wrong with each parameter; at least one thing
 * @example invalidParameters({ u: ['The u field is required.'], c: ['The c field must be at least 1.'] }).message
 *   // 'The u field is required. (and 1 more error)'
 */
export function invalidParameters(errors: QueryErrors): Static<typeof InvalidParameters> {
  const [first = ERRORS.invalid_parameters.title, ...others] = Object.values(errors).flat();
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more error${others.length === 1 ? '' : 's'})`;
  return {
    message: `${first}${more}`,
    errors: Object.fromEntries(Object.entries(errors).map(([letter, problems]) => [letter, [...problems]])),
  };
}

/**
 * An error as the Connect API says it.
 *
 * @param title what is wrong, where that can be said more exactly than in the table; players read it
 */
export function connectError(
  name: ErrorName,
  title: string = ERRORS[name].title,
): Static<typeof ConnectError> {
  const { status, code } = ERRORS[name];
  return { Success: false, Status: status, Code: code, Error: title };
}
