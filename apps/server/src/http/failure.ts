import { ERRORS, type ErrorName, type QueryErrors } from '@laurel/contract';
import { StoreUnavailable } from '@laurel/store';

/** A request that ends in an error of the table; the API that was asked says it in its own form. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly error: ErrorName;
  /** What is wrong, where it can be said more exactly than in the table. */
  readonly title: string | undefined;
  /** Seconds after which to try again, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(error: ErrorName, options: { title?: string; retryAfter?: number } = {}) {
    super(options.title ?? ERRORS[error].title);
    this.error = error;
    this.title = options.title;
    this.retryAfter = options.retryAfter;
  }
}

/** A request whose parameters are missing or malformed. */
export class InvalidQuery extends Failure {
  /** What is wrong with each of them. */
  readonly errors: QueryErrors;

  constructor(errors: QueryErrors) {
    super('invalid_parameters');
    this.errors = errors;
  }
}

/** How long a client should wait for a store that does not answer, in seconds. */
const UNAVAILABLE_RETRY = 5;

/** The failure that an error amounts to; `internal` for one that nobody foresaw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof StoreUnavailable) {
    return new Failure('unavailable', { retryAfter: UNAVAILABLE_RETRY });
  }
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return new Failure('payload_too_large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Failure('malformed_request');
  return new Failure('internal');
}
