import type { Session, WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** Keeps the hash of a key of the Web API under a name; several keys may share a name. */
export async function saveApiKey(
  session: WriteSession,
  key: { readonly hash: string; readonly name: string; readonly now: number },
): Promise<void> {
  await session.query(
    session.builder.insertInto('api_key').values({ hash: key.hash, name: key.name, created_at: key.now }),
  );
}

/** Revokes every key of this name. @returns how many there were */
export async function revokeApiKeys(session: WriteSession, name: string): Promise<number> {
  const revoked = await session.query(
    session.builder.deleteFrom('api_key').where('name', '=', name).returning('hash'),
  );
  return revoked.length;
}

/** Whether a key with this hash is valid. */
export async function isApiKey(session: Session, hash: string): Promise<boolean> {
  return (await session.first(findKey, { hash })) !== undefined;
}

const findKey = statement<{ hash: string }>()((db, slot) =>
  db.selectFrom('api_key').select('name').where('hash', '=', slot('hash')),
);
