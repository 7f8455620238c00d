import type { Authorization } from '@laurel/client';
import type { SiteSession } from '@laurel/contract/site';
import { queryOptions } from '@tanstack/react-query';
import { queries } from '../app/queries.ts';

/** Who is looking, and the key with which this browser reads the Web API. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SiteSession> => {
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
  // Read anew after an hour: a page that stays open for days does not outlive its key.
  const { visitorKey } = await queries.fetchQuery(sessionQuery);
  if (visitorKey === null) throw new Error('Please sign in to look around.');
  return { username: 'visitor', webApiKey: visitorKey.key, baseUrl: window.location.origin, keyIn: 'header' };
}
