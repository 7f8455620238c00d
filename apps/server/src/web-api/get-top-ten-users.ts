import { getTopTenUsers } from '@laurel/contract/web-api/get-top-ten-users';
import { handle } from './endpoint-handler.ts';

export default handle(getTopTenUsers, (_, state) => state.topPlayers());
