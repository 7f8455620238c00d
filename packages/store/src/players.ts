import { usernameKey } from '@laurel/domain';
import type { Session } from './engine/engine.ts';
import { listStatement } from './list-statement.ts';
import { type RowOf, statement } from './statement.ts';

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

const playersFromTo = statement<{ first: number; last: number }>()((db, slot) =>
  db.selectFrom('player').select(COLUMNS).where('id', '>=', slot('first')).where('id', '<=', slot('last')),
);

const playersById = listStatement((db, ids) =>
  db.selectFrom('player').select(COLUMNS).where('id', 'in', ids),
);

/** The name or ULID of a player, in the spelling that is the same for all ways to write it. */
export function nameOf(identifier: PlayerIdentifier): string {
  return identifier.kind === 'ulid' ? identifier.ulid : usernameKey(identifier.username);
}

/** Whether a request that names a player so means this one. */
export function isNamed({ username, ulid }: Player, identifier: PlayerIdentifier): boolean {
  return nameOf(identifier) === (identifier.kind === 'ulid' ? ulid : usernameKey(username));
}

/** The player of this name or ULID, or undefined. */
export async function findPlayer(
  session: Session,
  identifier: PlayerIdentifier | { readonly kind: 'id'; readonly id: number },
): Promise<Player | undefined> {
  const row = await findRow();
  return row && playerOf(row);

  function findRow() {
    switch (identifier.kind) {
      case 'username':
        return session.first(playerByName, { key: nameOf(identifier) });
      case 'ulid':
        return session.first(playerByUlid, { ulid: identifier.ulid });
      case 'id':
        return session.first(playerById, { id: identifier.id });
    }
  }
}

/** The players of these ids, by id; those that there are. */
export async function findPlayers(session: Session, ids: readonly number[]): Promise<Map<number, Player>> {
  return byId(await playersById(session, ids));
}

/** The players whose ids lie in one of these ranges, both ends included, by id. */
export async function findPlayersIn(
  session: Session,
  ranges: readonly { readonly first: number; readonly last: number }[],
): Promise<Map<number, Player>> {
  return byId((await session.each(playersFromTo, ranges)).flat());
}

function byId(rows: readonly RowOf<typeof playerById>[]): Map<number, Player> {
  return new Map(rows.map((row) => [row.id, playerOf(row)]));
}

function playerOf(row: RowOf<typeof playerById>): Player {
  return {
    id: row.id,
    username: row.name,
    ulid: row.ulid,
    pointsHardcore: row.points_hardcore,
    pointsSoftcore: row.points_softcore,
    gamesListed: row.games_listed,
  };
}
