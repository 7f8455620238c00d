import { login2 } from '@laurel/contract/connect/login2';
import { handle } from '../request-handler.ts';
import { signIn } from '../sign-in.ts';

export default handle(login2, signIn);
