import type { Session, WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** How many keys a player may have at once. */
export const KEYS_PER_PLAYER = 100;

/** A key of a player, without the key. Times are seconds since 1970. */
export interface PlayerKey {
  /** Names the key to its player: the beginning of its hash. */
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** To the hour; null for a key that was never used. */
  readonly lastUsedAt: number | null;
}

export interface NewApiKey {
  readonly hash: string;
  readonly name: string;
  readonly now: number;
}

/** Keeps the hash of a key of the Web API under a name; several keys may share a name. */
export async function saveApiKey(session: WriteSession, key: NewApiKey): Promise<void> {
  await insertKey(session, key, null);
}

/** Keeps the hash of a key of a player's own. @returns it, or undefined when the player has too many */
export async function savePlayerKey(
  session: WriteSession,
  playerId: number,
  key: NewApiKey,
): Promise<PlayerKey | undefined> {
  // Many at once are counted one after the other.
  await session.ownPlayers([playerId]);
  if ((await listPlayerKeys(session, playerId)).length >= KEYS_PER_PLAYER) return undefined;
  await insertKey(session, key, playerId);
  return { id: idOf(key.hash), name: key.name, createdAt: key.now, lastUsedAt: null };
}

/** The keys of a player, the newest first. */
export async function listPlayerKeys(session: Session, playerId: number): Promise<PlayerKey[]> {
  const rows = await session.all(findKeysOfPlayer, { playerId });
  return rows.map((row) => ({
    id: idOf(row.hash),
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Revokes a key of a player. @returns whether there was one */
export async function revokePlayerKey(session: WriteSession, playerId: number, id: string): Promise<boolean> {
  const keys = await session.all(findKeysOfPlayer, { playerId });
  const key = keys.find(({ hash }) => idOf(hash) === id);
  if (key !== undefined) await session.all(deleteKey, { hash: key.hash });
  return key !== undefined;
}

/** Revokes every key of this name that is no player's. @returns how many there were */
export async function revokeApiKeys(session: WriteSession, name: string): Promise<number> {
  const revoked = await session.query(
    session.builder
      .deleteFrom('api_key')
      .where('name', '=', name)
      .where('player_id', 'is', null)
      .returning('hash'),
  );
  return revoked.length;
}

/** Whether a key with this hash is valid. */
export async function isApiKey(session: Session, hash: string): Promise<boolean> {
  return (await session.first(findKey, { hash })) !== undefined;
}

/** 64 bits tell a player's keys apart. */
function idOf(hash: string): string {
  return hash.slice(0, 16);
}

async function insertKey(session: WriteSession, key: NewApiKey, playerId: number | null): Promise<void> {
  await session.query(
    session.builder
      .insertInto('api_key')
      .values({ hash: key.hash, name: key.name, created_at: key.now, player_id: playerId }),
  );
}

const findKey = statement<{ hash: string }>()((db, slot) =>
  db.selectFrom('api_key').select('name').where('hash', '=', slot('hash')),
);

const findKeysOfPlayer = statement<{ playerId: number }>()((db, slot) =>
  db
    .selectFrom('api_key')
    .select(['hash', 'name', 'created_at', 'last_used_at'])
    .where('player_id', '=', slot('playerId'))
    .orderBy('created_at', 'desc')
    .orderBy('hash'),
);

const deleteKey = statement<{ hash: string }>()((db, slot) =>
  db.deleteFrom('api_key').where('hash', '=', slot('hash')),
);
