import type { Authorization } from '@laurel/client';
import type { SiteSession } from '@laurel/contract/site';
import { queryOptions } from '@tanstack/react-query';
import { queries } from '../app/queries.ts';

/** Who is looking, and at what. */
export interface Session extends SiteSession {
  /** Whether there is more than the reference of the Web API: `LAUREL_SITE=off` leaves that alone. */
  readonly hasWebsite: boolean;
}

/** Where nobody signs in. */
const NO_WEBSITE: Session = { hasWebsite: false, visitorKey: null, user: null, hasAccounts: true };

/** Who is looking, and the key with which this browser reads the Web API. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    const response = await fetch('/site/session', { signal });
    if (response.status === 404) return NO_WEBSITE;
    if (!response.ok) throw new Error(`The server did not say who you are: HTTP ${response.status}`);
    return { hasWebsite: true, ...(await response.json()) };
  },
  // The key is good for a day.
  staleTime: 3_600_000,
  retry: 2,
});

/** What every call of the client takes. */
export async function authorization(): Promise<Authorization> {
  // Read anew after an hour: a page that stays open for days does not outlive its key.
  const { visitorKey } = await queries.fetchQuery(sessionQuery);
  if (visitorKey === null) throw new Error('Please sign in to look around.');
  return { username: 'visitor', webApiKey: visitorKey.key, baseUrl: window.location.origin, keyIn: 'header' };
}
