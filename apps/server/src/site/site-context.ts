import type { Uses } from '../accounts/uses.ts';
import type { Context, Website } from '../context.ts';
import type { Sessions } from './sessions.ts';

/** What the routes of the website need of the server. */
export interface SiteContext
  extends Website,
    Pick<Context, 'store' | 'now' | 'failedLogins' | 'firstAccount'> {
  readonly sessions: Sessions;
  readonly uses: Uses;
}
