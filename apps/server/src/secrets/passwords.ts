import { hash, verify } from '@node-rs/argon2';

/** Hashes a password with argon2id, at the library's defaults (19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** A hash that no password has, so that an unknown user takes as long to refuse as a wrong password. */
const NOBODY = hashPassword(crypto.randomUUID());

/** Whether the password is the one that was hashed; without a hash it is not, after the same time. */
export async function checkPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await NOBODY), password);
  return matches && passwordHash !== undefined;
}
