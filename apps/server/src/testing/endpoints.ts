import type { AnyEndpoint } from '@laurel/contract';
import { loadHandlers } from '../web-api/handlers.ts';

/** Every endpoint that the server mounts: a new one is tried by being there. */
export const endpoints: readonly AnyEndpoint[] = (await loadHandlers()).map(({ endpoint }) => endpoint);

/** A query that the endpoint takes: that of its documented example. */
export function goodQuery(endpoint: AnyEndpoint): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [letter, value] of Object.entries(endpoint.example.query)) {
    if (value !== undefined) query[letter] = value;
  }
  return query;
}

/** The address of an endpoint with a query. */
export function urlOf(
  endpoint: AnyEndpoint,
  query: Readonly<Record<string, string>> = goodQuery(endpoint),
): string {
  return withQuery(endpoint.path, query);
}

/** A path with a query. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query)}`;
}
