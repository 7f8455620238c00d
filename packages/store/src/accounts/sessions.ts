import type { Session, WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** A player's newest sessions are kept; older ones end. */
export const SESSIONS_PER_PLAYER = 50;

/** Whoever is signed in at the website. */
export interface SignedIn {
  readonly playerId: number;
  /** In the spelling to show. */
  readonly username: string;
  readonly ulid: string;
  readonly admin: boolean;
  readonly motto: string;
  /** Seconds since 1970, to the hour. */
  readonly lastSeenAt: number;
}

export interface NewSession {
  readonly hash: string;
  readonly playerId: number;
  /** Seconds since 1970. */
  readonly now: number;
  readonly expiresAt: number;
}

/** Keeps the hash of a session's token, and forgets the sessions that have expired. */
export async function saveSession(session: WriteSession, made: NewSession): Promise<void> {
  await session.all(deleteExpired, { now: made.now });
  await session.query(
    session.builder.insertInto('session').values({
      hash: made.hash,
      player_id: made.playerId,
      created_at: made.now,
      expires_at: made.expiresAt,
      last_seen_at: made.now,
    }),
  );
  await session.query(
    session.builder.deleteFrom('session').where('hash', 'in', (outdated) =>
      outdated
        .selectFrom('session')
        .select('hash')
        .where('player_id', '=', made.playerId)
        // Whatever the clock says: the new one is the newest.
        .where('hash', '!=', made.hash)
        .orderBy('created_at', 'desc')
        .orderBy('hash')
        .limit(1_000_000)
        .offset(SESSIONS_PER_PLAYER - 1),
    ),
  );
}

/** Whose session has this hash, or undefined where there is none that still holds. */
export async function findSession(
  session: Session,
  hash: string,
  now: number,
): Promise<SignedIn | undefined> {
  const row = await session.first(findSignedIn, { hash, now });
  return (
    row && {
      playerId: row.player_id,
      username: row.name,
      ulid: row.ulid,
      admin: row.admin === 1,
      motto: row.motto,
      lastSeenAt: row.last_seen_at,
    }
  );
}

/** Ends a session, if it is one. */
export async function endSession(session: WriteSession, hash: string): Promise<void> {
  await session.all(deleteSession, { hash });
}

/** Ends every session of a player, and every token of an emulator. */
export async function signOutEverywhere(session: WriteSession, playerId: number): Promise<void> {
  await endOtherSessions(session, playerId, '');
  await session.all(deleteTokens, { playerId });
}

/** Ends every session of a player but one. */
export async function endOtherSessions(session: WriteSession, playerId: number, hash: string): Promise<void> {
  await session.all(deleteOthers, { playerId, hash });
}

const findSignedIn = statement<{ hash: string; now: number }>()((db, slot) =>
  db
    .selectFrom('session')
    .innerJoin('player', 'player.id', 'session.player_id')
    .innerJoin('account', 'account.player_id', 'session.player_id')
    .select([
      'session.player_id',
      'player.name',
      'player.ulid',
      'player.motto',
      'account.admin',
      'session.last_seen_at',
    ])
    .where('session.hash', '=', slot('hash'))
    .where('session.expires_at', '>', slot('now')),
);

const deleteExpired = statement<{ now: number }>()((db, slot) =>
  db.deleteFrom('session').where('expires_at', '<=', slot('now')),
);

const deleteSession = statement<{ hash: string }>()((db, slot) =>
  db.deleteFrom('session').where('hash', '=', slot('hash')),
);

const deleteOthers = statement<{ playerId: number; hash: string }>()((db, slot) =>
  db.deleteFrom('session').where('player_id', '=', slot('playerId')).where('hash', '!=', slot('hash')),
);

const deleteTokens = statement<{ playerId: number }>()((db, slot) =>
  db.deleteFrom('connect_token').where('player_id', '=', slot('playerId')),
);
