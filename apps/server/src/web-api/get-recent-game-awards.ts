import { endOfDay } from '@laurel/contract/dates';
import { getRecentGameAwards } from '@laurel/contract/web-api/get-recent-game-awards';
import { handle } from './endpoint-handler.ts';

export default handle(getRecentGameAwards, ({ d, o, c, k }, state) =>
  state.recentGameAwards({ kinds: k, until: endOfDay(d) }, { count: c, offset: o }),
);
