import { getUserPoints } from '@laurel/contract/web-api/get-user-points';
import { handle } from './endpoint-handler.ts';
import { orNoUser } from './no-user.ts';

export default handle(
  getUserPoints,
  async ({ u }, state) => orNoUser(await state.userPoints(u)),
  ({ u }) => ({ named: u }),
);
