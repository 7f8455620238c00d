import { getUserProfile } from '@laurel/contract/web-api/get-user-profile';
import { handle } from './endpoint-handler.ts';
import { orNoUser } from './no-user.ts';

export default handle(getUserProfile, async ({ u }, state) => orNoUser(await state.userProfile(u)));
