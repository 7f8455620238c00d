import { laurelGetRecentUnlocks } from '@laurel/contract/web-api/laurel-get-recent-unlocks';
import { handle } from './endpoint-handler.ts';

export default handle(laurelGetRecentUnlocks, ({ c }, state) => state.recentUnlocks(c));
