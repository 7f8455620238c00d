import { getUserProgress } from '@laurel/contract/web-api/get-user-progress';
import { handle } from './endpoint-handler.ts';

export default handle(
  getUserProgress,
  ({ u, i }, state) => state.userProgress(u, i),
  ({ u }) => ({ named: u }),
);
