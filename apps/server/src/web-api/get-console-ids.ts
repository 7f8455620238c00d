import { getConsoleIds } from '@laurel/contract/web-api/get-console-ids';
import { handle } from './endpoint-handler.ts';

export default handle(
  getConsoleIds,
  ({ a }, state) => state.systems({ onlyActive: a === 1 }),
  () => ({}),
);
