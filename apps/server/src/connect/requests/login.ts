import { login } from '@laurel/contract/connect/login';
import { handle } from '../request-handler.ts';
import { signIn } from '../sign-in.ts';

export default handle(login, signIn);
