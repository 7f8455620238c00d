import { hash, randomInt } from 'node:crypto';

const LETTERS_AND_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 22 of 62 letters and digits are 130 random bits; some emulators hold 31 characters at most. */
const LENGTH = 22;

/** A new random key or token: letters and digits alone, so that it can be pasted anywhere. */
export function newSecret(): string {
  return Array.from({ length: LENGTH }, () => LETTERS_AND_DIGITS[randomInt(62)]).join('');
}

/** What the store keeps of a key or token: its SHA-256, as hexadecimal digits. */
export function secretHash(secret: string): string {
  return hash('sha256', secret);
}
