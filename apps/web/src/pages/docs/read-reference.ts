import { queryOptions } from '@tanstack/react-query';
import { readReference } from './reference.ts';

/** What the server answers, as it says itself. */
export const referenceQuery = queryOptions({
  queryKey: ['reference'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/openapi.json', { signal });
    if (!response.ok) throw new Error(`The reference could not be read: HTTP ${response.status}.`);
    return readReference(await response.json());
  },
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
  retry: 2,
});
