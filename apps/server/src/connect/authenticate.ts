import { usernameKey } from '@laurel/domain';
import type { TokenOwner } from '@laurel/store';
import { Failure } from '../http/failure.ts';
import { secretHash } from '../secrets/secrets.ts';
import type { ConnectCall, ConnectContext } from './call.ts';

/**
 * The player who makes a call, by username and token. Wrong tokens are not limited: 128 random bits are not
 * guessed, and nobody can keep a player from unlocking by sending wrong ones in their name.
 *
 * @throws Failure when the token is nobody's or somebody else's
 */
export async function authenticate({ fields }: ConnectCall, context: ConnectContext): Promise<TokenOwner> {
  const owner = await findOwner(fields.get('u') ?? '', fields.get('t') ?? '', context);
  if (owner === undefined) throw wrongToken();
  return owner;
}

/** Whose token it is, where that is the user named (without regard to case). */
export async function findOwner(
  username: string,
  token: string,
  { store }: ConnectContext,
): Promise<TokenOwner | undefined> {
  const owner = await store.findTokenOwner(secretHash(token));
  return owner !== undefined && usernameKey(owner.username) === usernameKey(username) ? owner : undefined;
}

/** The token is nobody's, or not that of the user named: which, is not said. */
export function wrongToken(): Failure {
  return new Failure('invalid_credentials', { title: 'Wrong username or token. Please sign in again.' });
}
