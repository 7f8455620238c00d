import { signIn as contract } from '@laurel/contract/connect/login';
import type { TokenOwner } from '@laurel/store';
import { checkLogin, countFailure, refuseAfterFailures } from '../accounts/check-login.ts';
import { Failure } from '../http/failure.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { findOwner, wrongToken } from './authenticate.ts';
import type { ConnectCall, ConnectContext } from './call.ts';
import { validate } from './request-handler.ts';

/**
 * Signs a player in, for `login` and `login2`. Each sign-in with a password gets a token of its own, so that
 * one emulator does not sign another out.
 */
export async function signIn(call: ConnectCall, context: ConnectContext) {
  const { u, p, t } = validate(contract, call);
  if (p === undefined && t === undefined) throw new Failure('missing_parameter');

  const byToken = (p ?? '') === '' && t !== undefined;
  const { owner, token } = byToken
    ? await signInByToken(u, t, call, context)
    : await signInByPassword(u, p ?? '', call, context);

  const player = await context.store.findPlayer({ kind: 'id', id: owner.playerId });
  return contract.present({
    origin: call.origin,
    username: owner.username,
    token,
    pointsHardcore: player?.pointsHardcore ?? 0,
    pointsSoftcore: player?.pointsSoftcore ?? 0,
  });
}

interface SignedIn {
  readonly owner: TokenOwner;
  readonly token: string;
}

async function signInByPassword(
  username: string,
  password: string,
  call: ConnectCall,
  context: ConnectContext,
): Promise<SignedIn> {
  const account = await checkLogin({ username, password, address: call.address }, context);
  const token = newSecret();
  await context.store.saveToken({
    hash: secretHash(token),
    playerId: account.playerId,
    now: context.now(),
  });
  return { owner: account, token };
}

/** A right token is let in even where the user's name is blocked: guessing passwords signs nobody out. */
async function signInByToken(
  username: string,
  token: string,
  call: ConnectCall,
  context: ConnectContext,
): Promise<SignedIn> {
  const owner = await findOwner(username, token, context);
  if (owner === undefined) {
    refuseAfterFailures(username, call.address, context.failedLogins);
    countFailure(username, call.address, context.failedLogins);
    throw wrongToken();
  }
  return { owner, token };
}
