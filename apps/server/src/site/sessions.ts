import type { SignedIn } from '@laurel/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Uses } from '../accounts/uses.ts';
import type { Context } from '../context.ts';
import { newSecret, secretHash } from '../secrets/secrets.ts';
import { readSessionCookie, sessionCookie } from './cookie.ts';
import { notSignedIn } from './site-failure.ts';

const DAYS_30 = 30 * 24 * 60 * 60;

/** A session of the website that holds. */
export interface SiteSessionOf extends SignedIn {
  /** Of its token. */
  readonly hash: string;
}

/** Who is signed in, by the cookie of a request. */
export class Sessions {
  readonly #context: Pick<Context, 'store' | 'now'>;
  readonly #uses: Uses;

  constructor(context: Pick<Context, 'store' | 'now'>, uses: Uses) {
    this.#context = context;
    this.#uses = uses;
  }

  /** The session of a request, if somebody is signed in. */
  async find(request: FastifyRequest): Promise<SiteSessionOf | undefined> {
    const hash = hashOf(request);
    const session = hash === undefined ? undefined : await this.#get(hash);
    if (session !== undefined) this.#uses.ofSession(session.hash, session.lastSeenAt, this.#context.now());
    return session;
  }

  /** @throws Failure when nobody is signed in */
  async require(request: FastifyRequest): Promise<SiteSessionOf> {
    const session = await this.find(request);
    if (session === undefined) throw notSignedIn();
    return session;
  }

  /** Signs a player in; whoever was before, in the same browser, is signed out. */
  async start(playerId: number, request: FastifyRequest, reply: FastifyReply): Promise<SiteSessionOf> {
    await this.#endOf(request);
    const now = this.#context.now();
    const token = newSecret();
    const hash = secretHash(token);
    await this.#context.store.saveSession({ hash, playerId, now, expiresAt: now + DAYS_30 });
    reply.header('set-cookie', sessionCookie(token, DAYS_30, request));
    const session = await this.#get(hash);
    if (session === undefined) throw new Error(`Player ${playerId} has no account`);
    return session;
  }

  /** Signs whoever is signed in out. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.#endOf(request);
    reply.header('set-cookie', sessionCookie('', 0, request));
  }

  async #endOf(request: FastifyRequest): Promise<void> {
    const hash = hashOf(request);
    if (hash !== undefined) await this.#context.store.endSession(hash);
  }

  async #get(hash: string): Promise<SiteSessionOf | undefined> {
    const signedIn = await this.#context.store.findSession(hash, this.#context.now());
    return signedIn && { hash, ...signedIn };
  }
}

function hashOf(request: FastifyRequest): string | undefined {
  const token = readSessionCookie(request.headers.cookie);
  return token === undefined ? undefined : secretHash(token);
}
