import type { Uses } from '../accounts/uses.ts';
import type { Context } from '../context.ts';
import type { Sessions } from './sessions.ts';
import type { VisitorKeys } from './visitor-keys.ts';

/** What the routes of the website need of the server. */
export interface SiteContext extends Pick<Context, 'store' | 'now' | 'failedLogins' | 'firstAccount'> {
  readonly visitorKeys: VisitorKeys;
  readonly sessions: Sessions;
  readonly uses: Uses;
}
