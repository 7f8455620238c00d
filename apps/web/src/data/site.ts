import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from './session.ts';

/** What the server refused, in words for the reader. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
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
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return answer as Result;
  const isMessage = typeof answer === 'object' && answer !== null && 'message' in answer;
  throw new SiteError(
    isMessage ? String(answer.message) : `The server answered with HTTP ${response.status}.`,
  );
}

/** What was read for somebody else is read anew. */
export async function forgetReader(queries: QueryClient): Promise<void> {
  await queries.resetQueries({ queryKey: sessionQuery.queryKey });
  await queries.invalidateQueries();
}
