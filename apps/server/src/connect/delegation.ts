import { Failure } from '../http/failure.ts';
import type { ConnectCall } from './call.ts';

/**
 * Refuses a call in the name of another player (`k`): nobody on this server may make one, and it must not
 * count for whoever did.
 */
export function refuseDelegation({ fields }: ConnectCall): void {
  if ((fields.get('k') ?? '') !== '') throw new Failure('access_denied');
}
