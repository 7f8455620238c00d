import { ApiError } from '@laurel/client';
import { QueryClient } from '@tanstack/react-query';

/** What pages have read. The client retries by itself what may be over soon. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: false,
      // A page that waits for one number of many shows the others.
      throwOnError: false,
    },
  },
});

/** Whether what was asked for does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}
