import type { SiteError as Refusal, SiteSession } from '@laurel/contract/site';
import { queries } from '../app/queries.ts';
import { sessionQuery } from './session.ts';

/** What the server refused, in words for the reader. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
  /** What is wrong with each field. */
  readonly fields: Readonly<Record<string, string>>;

  constructor({ message, fields = {} }: Refusal) {
    super(message);
    this.fields = fields;
  }
}

/**
 * Asks the server for something of the reader's own account.
 *
 * @throws SiteError with what the server says
 */
export async function ask<Result>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<Result> {
  const response = await fetch(`/site/${path}`, {
    method,
    ...(method === 'POST'
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }
      : method === 'DELETE'
        ? { headers: { 'content-type': 'application/json' } }
        : {}),
  }).catch(() => {
    throw new SiteError({ message: 'The server does not answer at the moment. Please try again.' });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Result;
  // Signed out meanwhile, in another browser for example: the page finds out.
  if (response.status === 401) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  throw new SiteError(
    isRefusal(answer) ? answer : { message: `The server answered with HTTP ${response.status}.` },
  );
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'message' in answer;
}

/** Somebody has signed in or out: what was read for whoever was before is forgotten or read anew. */
export function changeReader(session: SiteSession): void {
  queries.setQueryData(sessionQuery.queryKey, { hasWebsite: true, ...session });
  const isOther = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    queryKey[0] !== sessionQuery.queryKey[0];
  queries.removeQueries({ predicate: isOther, type: 'inactive' });
  // What is shown now is about to go.
  void queries.invalidateQueries({ predicate: isOther, refetchType: 'none' });
}
