/** What every error of a call knows. The web API key is in none of it. */
export interface ErrorDetails {
  /** Which endpoint was asked: `GetUserProgress`. */
  readonly endpoint: string;
  /** What it was asked for: the arguments of the call. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The HTTP status of the answer, where there was one. */
  readonly status?: number | undefined;
  /** What the server said; empty where it said nothing. */
  readonly serverMessage?: string | undefined;
  /** Milliseconds that the server wants to be left alone for, where it says so. */
  readonly retryAfterMs?: number | undefined;
  /** What is wrong with which argument, by its name; empty where the server complains of none. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
}

/** What all errors of calls have in common. Each is of one of the classes below. */
export abstract class ApiError extends Error {
  declare readonly endpoint: string;
  declare readonly parameters: Readonly<Record<string, unknown>>;
  declare readonly status?: number | undefined;
  declare readonly serverMessage?: string | undefined;
  /** Milliseconds to wait before the next request, where the server says so. */
  declare readonly retryAfterMs?: number | undefined;
}

/** What may be over soon: it was tried again as often as there were retries and time. */
export abstract class TransientError extends ApiError {}

/** No answer: the server cannot be reached, or the connection broke. */
export class NetworkError extends TransientError {
  override readonly name = 'NetworkError';
}

/** No answer, or not all of it, within the time that the call was given. */
export class TimeoutError extends ApiError {
  override readonly name = 'TimeoutError';
}

/** No key, or one that the server does not accept (401, 403). */
export class UnauthorizedError extends ApiError {
  override readonly name = 'UnauthorizedError';
}

/** What was asked for does not exist (404). */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/** An argument is missing or malformed (422, 400). */
export class InvalidParametersError extends ApiError {
  override readonly name = 'InvalidParametersError';
  /** What is wrong with which argument: `{ username: ['The u field is required.'] }`. */
  declare readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** Too many requests (429), `retryAfterMs` is the time to wait. */
export class RateLimitedError extends TransientError {
  override readonly name = 'RateLimitedError';
}

/** The server failed, or is under maintenance (5xx). */
export class ServerError extends TransientError {
  override readonly name = 'ServerError';
}

/** An answer that is not what the documentation promises: no JSON, another status, or (with `validate`) another body. */
export class UnexpectedResponseError extends ApiError {
  override readonly name = 'UnexpectedResponseError';
}
