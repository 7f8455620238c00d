import type { Session, WriteSession } from '../engine/engine.ts';
import { statement } from '../statement.ts';

/** A player's newest tokens are kept, so that each emulator keeps its own; older ones stop working. */
export const TOKENS_PER_PLAYER = 50;

export interface TokenOwner {
  readonly playerId: number;
  /** In the spelling to show. */
  readonly username: string;
}

/** Keeps the hash of a token that an emulator signs in with. */
export async function saveToken(
  session: WriteSession,
  token: { readonly hash: string; readonly playerId: number; readonly now: number },
): Promise<void> {
  const { builder } = session;
  await session.query(
    builder
      .insertInto('connect_token')
      .values({ hash: token.hash, player_id: token.playerId, created_at: token.now }),
  );
  await session.query(
    builder.deleteFrom('connect_token').where('hash', 'in', (outdated) =>
      outdated
        .selectFrom('connect_token')
        .select('hash')
        .where('player_id', '=', token.playerId)
        // Whatever the clock says: the new one is the newest.
        .where('hash', '!=', token.hash)
        .orderBy('created_at', 'desc')
        .orderBy('hash')
        .limit(1_000_000)
        .offset(TOKENS_PER_PLAYER - 1),
    ),
  );
}

/** Whose token has this hash, or undefined. */
export async function findTokenOwner(session: Session, hash: string): Promise<TokenOwner | undefined> {
  const row = await session.first(findOwner, { hash });
  return row && { playerId: row.player_id, username: row.name };
}

const findOwner = statement<{ hash: string }>()((db, slot) =>
  db
    .selectFrom('connect_token')
    .innerJoin('player', 'player.id', 'connect_token.player_id')
    .select(['connect_token.player_id', 'player.name'])
    .where('connect_token.hash', '=', slot('hash')),
);
