import { laurelGetUserActivity } from '@laurel/contract/web-api/laurel-get-user-activity';
import { handle } from './endpoint-handler.ts';

export default handle(laurelGetUserActivity, ({ u, c }, state) => state.userActivity(u, c));
