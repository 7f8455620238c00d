import type { Engine } from '../engine/engine.ts';
import {
  type Account,
  createAccount,
  createFirstAccount,
  findAccount,
  hasAccounts,
  type NewAccount,
} from './accounts.ts';
import {
  listPlayerKeys,
  type NewApiKey,
  type PlayerKey,
  revokeApiKeys,
  revokePlayerKey,
  saveApiKey,
  savePlayerKey,
} from './api-keys.ts';
import noteUses, { type Uses } from './note-uses.ts';
import { changeMotto, changePassword, type PasswordChange } from './own-account.ts';
import {
  endSession,
  findSession,
  type NewSession,
  type SignedIn,
  saveSession,
  signOutEverywhere,
} from './sessions.ts';
import { findSharedSecret, makeSharedSecret } from './shared-secret.ts';
import { findTokenOwner, saveToken, type TokenOwner } from './tokens.ts';

/** Accounts, and everything that one signs in with. Times are seconds since 1970. */
export interface Accounts {
  createAccount(account: NewAccount): Promise<boolean>;
  createFirstAccount(account: NewAccount): Promise<boolean>;
  findAccount(username: string): Promise<Account | undefined>;
  hasAccounts(): Promise<boolean>;
  /** Ends all other sessions. */
  changePassword(change: PasswordChange): Promise<void>;
  changeMotto(playerId: number, motto: string): Promise<void>;

  saveToken(token: { hash: string; playerId: number; now: number }): Promise<void>;
  findTokenOwner(hash: string): Promise<TokenOwner | undefined>;

  saveApiKey(key: NewApiKey): Promise<void>;
  /** Revokes every key of this name that is no player's. */
  revokeApiKeys(name: string): Promise<number>;
  savePlayerKey(playerId: number, key: NewApiKey): Promise<PlayerKey | undefined>;
  listPlayerKeys(playerId: number): Promise<PlayerKey[]>;
  revokePlayerKey(playerId: number, id: string): Promise<boolean>;

  saveSession(session: NewSession): Promise<void>;
  findSession(hash: string, now: number): Promise<SignedIn | undefined>;
  endSession(hash: string): Promise<void>;
  /** Ends every session of a player, and every token of an emulator. */
  signOutEverywhere(playerId: number): Promise<void>;

  /** Notes the last uses of keys and sessions, each at most once an hour. */
  noteUses(uses: Uses): Promise<void>;
  /** The secret of this name that every server on this database shares; the candidate where there was none. */
  sharedSecret(name: string, candidate: string): Promise<string>;
}

/** The accounts on an engine that is open and migrated. */
export function accountsOn(engine: Engine): Accounts {
  const { session, write } = engine;
  return {
    createAccount: (account) => write((change) => createAccount(change, account)),
    createFirstAccount: (account) => write((change) => createFirstAccount(change, account)),
    findAccount: (username) => findAccount(session, username),
    hasAccounts: () => hasAccounts(session),
    changePassword: (wish) => write((change) => changePassword(change, wish)),
    changeMotto: (playerId, motto) => write((change) => changeMotto(change, playerId, motto)),

    saveToken: (token) => write((change) => saveToken(change, token)),
    // What emulators send at one moment shares a look.
    findTokenOwner: (hash) => engine.look((seen) => findTokenOwner(seen, hash)),

    saveApiKey: (key) => write((change) => saveApiKey(change, key)),
    revokeApiKeys: (name) => write((change) => revokeApiKeys(change, name)),
    savePlayerKey: (playerId, key) => write((change) => savePlayerKey(change, playerId, key)),
    listPlayerKeys: (playerId) => listPlayerKeys(session, playerId),
    revokePlayerKey: (playerId, id) => write((change) => revokePlayerKey(change, playerId, id)),

    saveSession: (made) => write((change) => saveSession(change, made)),
    findSession: (hash, now) => findSession(session, hash, now),
    endSession: (hash) => write((change) => endSession(change, hash)),
    signOutEverywhere: (playerId) => write((change) => signOutEverywhere(change, playerId)),

    noteUses: (uses) => engine.perform(noteUses, uses),
    sharedSecret: async (name, candidate) =>
      (await findSharedSecret(session, name)) ?? write((change) => makeSharedSecret(change, name, candidate)),
  };
}
