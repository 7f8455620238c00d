import { usernameKey } from '@laurel/domain';
import type { Session } from './engine/engine.ts';
import { statement } from './statement.ts';

/** How a request names a player: by username, without regard to case, or by ULID (upper case). */
export type PlayerIdentifier =
  | { readonly kind: 'username'; readonly username: string }
  | { readonly kind: 'ulid'; readonly ulid: string };

export interface Player {
  readonly id: number;
  /** In the spelling to show. */
  readonly username: string;
  readonly ulid: string;
  readonly pointsHardcore: number;
  readonly pointsSoftcore: number;
  /** Rows of the completion progress. */
  readonly gamesListed: number;
}

const COLUMNS = ['id', 'name', 'ulid', 'points_hardcore', 'points_softcore', 'games_listed'] as const;

const playerByName = statement<{ key: string }>()((db, slot) =>
  db.selectFrom('player').select(COLUMNS).where('name_key', '=', slot('key')),
);

const playerByUlid = statement<{ ulid: string }>()((db, slot) =>
  db.selectFrom('player').select(COLUMNS).where('ulid', '=', slot('ulid')),
);

const playerById = statement<{ id: number }>()((db, slot) =>
  db.selectFrom('player').select(COLUMNS).where('id', '=', slot('id')),
);

/** The player of this name or ULID, or undefined. */
export async function findPlayer(
  session: Session,
  identifier: PlayerIdentifier | { readonly kind: 'id'; readonly id: number },
): Promise<Player | undefined> {
  const row = await findRow();
  return (
    row && {
      id: row.id,
      username: row.name,
      ulid: row.ulid,
      pointsHardcore: row.points_hardcore,
      pointsSoftcore: row.points_softcore,
      gamesListed: row.games_listed,
    }
  );

  function findRow() {
    switch (identifier.kind) {
      case 'username':
        return session.first(playerByName, { key: usernameKey(identifier.username) });
      case 'ulid':
        return session.first(playerByUlid, { ulid: identifier.ulid });
      case 'id':
        return session.first(playerById, { id: identifier.id });
    }
  }
}
