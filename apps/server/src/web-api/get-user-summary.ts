import { getUserSummary } from '@laurel/contract/web-api/get-user-summary';
import { handle } from './endpoint-handler.ts';
import { orNoUser } from './no-user.ts';

export default handle(getUserSummary, async ({ u, g, a }, state) =>
  orNoUser(await state.userSummary(u, { games: g, achievements: a })),
);
