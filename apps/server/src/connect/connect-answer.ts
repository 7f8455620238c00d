import { connectError, ERRORS } from '@laurel/contract';
import { connectJson } from '@laurel/contract/connect/request';
import { Failure, failureOf } from '../http/failure.ts';
import { JSON_TYPE } from '../http/send-json.ts';

/** An answer of the Connect API, as it is sent. */
export interface ConnectAnswer {
  readonly status: number;
  /** Name, value, name, value. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** Where an error that nobody foresaw is written down. */
export interface ErrorLog {
  error(error: unknown): void;
}

/** Answers belong to one player and one moment; and RetroArch needs them as they are, with their length. */
const HEADERS = ['cache-control', 'no-store, no-transform', 'content-type', JSON_TYPE] as const;

/** The answer to a request that ended well. */
export function success(body: object): ConnectAnswer {
  return { status: 200, headers: HEADERS, body: connectJson(body) };
}

/**
 * The answer to a request that ended in an error. One that nobody foresaw is logged, and answered as one that
 * passes: an emulator gives an unlock up on a 500, and keeps it and tries again on a 503.
 */
export function refusal(error: unknown, log: ErrorLog): ConnectAnswer {
  let failure = failureOf(error);
  if (failure.error === 'internal') {
    log.error(error);
    failure = new Failure('unavailable');
  }
  const headers: string[] = [...HEADERS];
  if (failure.error === 'invalid_credentials') headers.push('www-authenticate', 'Bearer');
  if (failure.retryAfter !== undefined) headers.push('retry-after', String(failure.retryAfter));
  const body = connectJson(connectError(failure.error, failure.title));
  return { status: ERRORS[failure.error].status, headers, body };
}
