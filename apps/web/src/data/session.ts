import type { Authorization } from '@laurel/client';
import { queryOptions } from '@tanstack/react-query';
import { queries } from '../app/queries.ts';

/** Who is looking, and the key with which this browser reads the Web API. */
export interface Session {
  readonly key: string;
  /** Seconds since 1970. */
  readonly keyExpiresAt: number;
  readonly user: {
    readonly username: string;
    readonly ulid: string;
    readonly admin: boolean;
    readonly motto: string;
  } | null;
  readonly hasAccounts: boolean;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    const response = await fetch('/site/session', { signal });
    if (!response.ok) throw new Error(`The server did not say who you are: HTTP ${response.status}`);
    return response.json();
  },
  // The key is good for a day.
  staleTime: 3_600_000,
  retry: 2,
});

/** What every call of the client takes. */
export async function authorization(): Promise<Authorization> {
  const { key } = await queries.ensureQueryData(sessionQuery);
  return { username: 'visitor', webApiKey: key, baseUrl: window.location.origin, keyIn: 'header' };
}
