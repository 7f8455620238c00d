import { createHash, randomBytes } from 'node:crypto';

/** A new random key or token of 128 bits, 22 letters, digits, `-` and `_` (some emulators hold 31 at most). */
export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** What the store keeps of a key or token: its SHA-256, as hexadecimal digits. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
