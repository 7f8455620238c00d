import { gameIconPath } from '../catalogue/game-icon.ts';
import type { Session } from '../engine/engine.ts';
import { listStatement } from '../list-statement.ts';
import type { Identified } from './by-id.ts';

/** What a list says of each game in it. */
export interface GameFacts extends Identified {
  readonly title: string;
  /** The path of a picture. */
  readonly icon: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly promotedCount: number;
  readonly promotedPoints: number;
  readonly unpromotedCount: number;
}

/** How many have played a game. Unlike its facts, that changes with unlocks. */
export interface GamePlayers extends Identified {
  readonly players: number;
  readonly playersHardcore: number;
}

const selectGames = listStatement((db, ids) =>
  db
    .selectFrom('game')
    .innerJoin('system', 'system.id', 'game.system_id')
    .select([
      'game.id',
      'game.title',
      'game.icon',
      'game.promoted_count',
      'game.promoted_points',
      'game.unpromoted_count',
      'system.id as system_id',
      'system.name as system_name',
    ])
    .where('game.id', 'in', ids),
);

/** The games of these ids, by id; those that there are. */
export async function findGames(session: Session, ids: readonly number[]): Promise<Map<number, GameFacts>> {
  const rows = await selectGames(session, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: row.title,
        icon: row.icon ?? gameIconPath(row.id),
        systemId: row.system_id,
        systemName: row.system_name,
        promotedCount: row.promoted_count,
        promotedPoints: row.promoted_points,
        unpromotedCount: row.unpromoted_count,
      },
    ]),
  );
}

const selectGamePlayers = listStatement((db, ids) =>
  db.selectFrom('game').select(['id', 'players', 'players_hardcore']).where('id', 'in', ids),
);

/** The same of how many have played them. */
export async function findGamePlayers(
  session: Session,
  gameIds: readonly number[],
): Promise<Map<number, GamePlayers>> {
  const rows = await selectGamePlayers(session, gameIds);
  return new Map(
    rows.map(({ id, players, players_hardcore }) => [id, { id, players, playersHardcore: players_hardcore }]),
  );
}
