import { ERRORS } from '@laurel/contract';
import type { SiteError } from '@laurel/contract/site';
import { Failure } from '../http/failure.ts';

/** A request with something wrong in its fields. */
export class InvalidFields extends Failure {
  readonly fields: Readonly<Record<string, string>>;

  /** @param fields what is wrong with each of them; at least one thing */
  constructor(fields: Readonly<Record<string, string>>) {
    super('invalid_parameters', { title: Object.values(fields).join(' ') });
    this.fields = fields;
  }
}

/** Nobody is signed in. */
export function notSignedIn(): Failure {
  return new Failure('invalid_credentials', { title: 'Please sign in first.' });
}

/** A failure as people are to read it. */
export function renderSiteFailure(failure: Failure): SiteError {
  const message = messageOf(failure);
  return failure instanceof InvalidFields ? { message, fields: failure.fields } : { message };
}

function messageOf({ error, title, retryAfter }: Failure): string {
  if (title !== undefined) return title;
  if (error === 'too_many_requests')
    return `Too many tries. Please try again in ${inWords(retryAfter ?? 60)}.`;
  return `${ERRORS[error].title} ${ERRORS[error].whatToDo}`;
}

function inWords(seconds: number): string {
  if (seconds === 1) return 'a second';
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
