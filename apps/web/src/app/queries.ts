import { ApiError } from '@laurel/client';
import { QueryClient } from '@tanstack/react-query';

/** What pages have read. The client retries by itself what may be over soon. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: false,
      // What has just gone wrong before the page was drawn is said, and not asked again.
      retryOnMount: ({ state }) => Date.now() - state.errorUpdatedAt > 1_000,
      // A page that waits for one number of many shows the others.
      throwOnError: false,
    },
  },
});

/** Whether what was asked for does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}
