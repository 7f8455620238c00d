import { StoreRefused, StoreUnavailable } from '../engine.ts';

/** Errors after which the same transaction is tried again: serialization failure, deadlock. */
const TRY_AGAIN = new Set(['40001', '40P01']);
/** Errors that pass: no lock in time, out of connections, starting or shutting down, connection lost. */
const PASSING = /^(55P03|53\d\d\d|57P0\d|08\d\d\d|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Errors of an address that is wrong: user, password, database. */
const REFUSING = /^(28\d\d\d|3D000)$/;

/** Errors that pass, as the driver says them, which has no codes of its own. */
const PASSING_MESSAGE = /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/** Whether the same transaction may go through when it is run once more. */
export function isToBeTriedAgain(error: unknown): boolean {
  return TRY_AGAIN.has(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What callers of the store are told of an error; one that is a bug of Laurel's as it is. */
export function inWordsOfTheStore(error: unknown): unknown {
  if (REFUSING.test(codeOf(error)))
    return new StoreRefused(`PostgreSQL refuses: ${messageOf(error)}. Check its address.`);
  if (isPassing(error))
    return new StoreUnavailable(`PostgreSQL does not answer: ${error.message}`, { cause: error });
  return error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the connection, or the database, is out of order for a while. */
export function isPassing(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return PASSING.test(codeOf(error)) || PASSING_MESSAGE.test(error.message);
}
