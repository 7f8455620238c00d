import { getUserCompletionProgress } from '@laurel/contract/web-api/get-user-completion-progress';
import { handle } from './endpoint-handler.ts';

export default handle(
  getUserCompletionProgress,
  ({ u, c, o }, state) => state.userCompletionProgress(u, { count: c, offset: o }),
  ({ u }) => ({ named: u }),
);
