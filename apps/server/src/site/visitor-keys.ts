import { createHmac, timingSafeEqual } from 'node:crypto';
import type { VisitorKey } from '@laurel/contract/site';
import type { Store } from '@laurel/store';
import { newSecret } from '../secrets/secrets.ts';

const HOUR = 60 * 60;
const VALID_FOR = 24 * HOUR;
/** What such a key begins with; no other key has a full stop in it. */
const PREFIX = 'site.';
const FORM = /^site\.(\d{1,12})\.([\w-]{43})$/;

/** Keys that are valid at the same time; more are never remembered. */
const REMEMBERED = VALID_FOR / HOUR + 1;

/**
 * The keys with which the website's visitors read the Web API: `site.<expiry>.<mac>`. Nothing is stored of one;
 * every server on the same database makes the same, and takes those of the others.
 */
export class VisitorKeys {
  readonly #secret: string;
  readonly #known = new Map<string, KnownVisitorKey>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** Those of the servers on this store. */
  static async of(store: Pick<Store, 'sharedSecret'>): Promise<VisitorKeys> {
    return new VisitorKeys(await store.sharedSecret('visitor keys', newSecret()));
  }

  /** Whether it is a visitor's key, valid or not. */
  static isOne(key: string): boolean {
    return key.startsWith(PREFIX);
  }

  /** The key to give out: the same within an hour, so that browsers find what they have cached with it. */
  keyAt(now: number): VisitorKey {
    const expiresAt = now - (now % HOUR) + VALID_FOR;
    return { key: `${PREFIX}${expiresAt}.${this.#macOf(String(expiresAt))}`, expiresAt };
  }

  /** The key, if a server on this database made it; undefined for a forged one, or one that has expired. */
  find(key: string, now: number): KnownVisitorKey | undefined {
    const known = this.#known.get(key);
    if (known !== undefined) return known.use(now) ? known : undefined;
    const [, expiry = '', mac = ''] = FORM.exec(key) ?? [];
    const found = new KnownVisitorKey(Number(expiry));
    if (!found.use(now)) return undefined;
    if (!timingSafeEqual(Buffer.from(mac), Buffer.from(this.#macOf(expiry)))) return undefined;
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  #macOf(expiry: string): string {
    return createHmac('sha256', this.#secret).update(expiry).digest('base64url');
  }
}

/** A visitor's key that a server on this database made. */
export class KnownVisitorKey {
  readonly #expiresAt: number;

  constructor(expiresAt: number) {
    this.#expiresAt = expiresAt;
  }

  /** It is valid until it expires; its uses are not noted. */
  use(now: number): boolean {
    return now < this.#expiresAt;
  }
}
