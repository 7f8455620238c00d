import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorldRecord } from '@laurel/domain';
import { openStore, type Store } from '@laurel/store';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { Callers } from '../../http/callers.ts';
import { FailureLimit } from '../../limits/failure-limit.ts';
import { hashPassword } from '../../secrets/passwords.ts';
import { newSecret, secretHash } from '../../secrets/secrets.ts';
import { ConnectApi } from '../connect-api.ts';
import { registerConnect } from '../register.ts';
import { TINY_WORLD } from './tiny-world.ts';

/** What the clock of a test server says at first. */
export const NOW = 1_700_000_000;
/** Where injected requests reach it. */
export const ORIGIN = 'http://localhost:80';
export const PASSWORD = 'p w&1+é';

export type FieldValues = Readonly<Record<string, string | number>>;

/** A Connect server on a store of its own, with Alice and Bob (each with {@link PASSWORD}). */
export interface ConnectServer extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly store: Store;
  /** Puts other functions in the place of the store's own, for the handlers. */
  override(functions: Partial<Store>): void;
  /** Seconds since 1970. */
  setClock(now: number): void;
  /** Credentials of a new token, to put into a request. */
  signIn(username: string): Promise<{ u: string; t: string }>;
  /** POST, all in the form. */
  post(fields: FieldValues): Promise<LightMyRequestResponse>;
  /** GET, all in the query. */
  get(fields: FieldValues): Promise<LightMyRequestResponse>;
}

export async function startConnectServer(records: readonly WorldRecord[] = []): Promise<ConnectServer> {
  const data = mkdtempSync(join(tmpdir(), 'laurel-connect-'));
  const store = await openStore({ data });
  await store.importWorld([...TINY_WORLD, ...records], NOW);
  const passwordHash = await hashPassword(PASSWORD);
  for (const username of ['Alice', 'Bob']) {
    await store.createAccount({ username, passwordHash, admin: false, now: NOW });
  }

  let now = NOW;
  const handed = { ...store };
  const app = Fastify();
  const context = { store: handed, now: () => now, failedLogins: new FailureLimit() };
  await registerConnect(app, await ConnectApi.of(context, new Callers(false)));

  return {
    app,
    store,
    override: (functions) => {
      Object.assign(handed, functions);
    },
    setClock: (time) => {
      now = time;
    },
    async signIn(username) {
      const player = await store.findPlayer({ kind: 'username', username });
      if (player === undefined) throw new Error(`There is no ${username}`);
      const token = newSecret();
      await store.saveToken({ hash: secretHash(token), playerId: player.id, now });
      return { u: username, t: token };
    },
    post: (fields) => app.inject({ method: 'POST', url: '/dorequest.php', ...form(fields) }),
    get: (fields) => app.inject({ method: 'GET', url: `/dorequest.php?${encode(fields)}` }),
    async [Symbol.asyncDispose]() {
      await app.close();
      await store.close();
      rmSync(data, { recursive: true });
    },
  };
}

/** A form as the emulators send it. */
export function form(fields: FieldValues) {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: encode(fields),
  };
}

export function encode(fields: FieldValues): string {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) encoded.set(name, String(value));
  return encoded.toString();
}

/** Bodies of errors, as they are on the wire. */
export const MISSING_PARAMETER = {
  Success: false,
  Status: 422,
  Code: 'missing_parameter',
  Error: 'A parameter is missing.',
};
export const ACCESS_DENIED = { Success: false, Status: 403, Code: 'access_denied', Error: 'Access denied.' };
export const WRONG_TOKEN = {
  Success: false,
  Status: 401,
  Code: 'invalid_credentials',
  Error: 'Wrong username or token. Please sign in again.',
};
export const WRONG_PASSWORD = {
  Success: false,
  Status: 401,
  Code: 'invalid_credentials',
  Error: 'Wrong username or password. Please try again.',
};
export function notFound(message: string) {
  return { Success: false, Status: 404, Code: 'not_found', Error: message };
}
