import { signIn } from './login.ts';
import { defineConnectRequest } from './request.ts';

export const login2 = defineConnectRequest({
  name: 'login2',
  description: 'Signs in with a password or with the token of an earlier login.',
  ...signIn,
});
