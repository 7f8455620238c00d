import { getUserAwards } from '@laurel/contract/web-api/get-user-awards';
import { handle } from './endpoint-handler.ts';

export default handle(
  getUserAwards,
  ({ u }, state) => state.userAwards(u),
  ({ u }) => ({ named: u }),
);
