import { sql } from 'kysely';
import { gameIconPath } from '../catalogue/game-icon.ts';
import { titleOrder } from '../catalogue/title-order.ts';
import type { Session } from '../engine/engine.ts';
import { listStatement } from '../list-statement.ts';
import { atMost, statement } from '../statement.ts';
import type { Page } from './achievement-unlocks.ts';

/** Which games of a system are listed, and what is told of them. */
export interface GameListChoice {
  /** Only games with promoted achievements, or all. */
  readonly withAchievements: boolean;
  readonly withHashes: boolean;
}

/** A game of a list. */
export interface ListedGame {
  readonly id: number;
  readonly title: string;
  readonly systemId: number;
  readonly systemName: string;
  readonly icon: string;
  /** Of the promoted set. */
  readonly achievements: number;
  readonly points: number;
  readonly leaderboards: number;
  /** When one of its achievements was changed last, promoted or not; null where it has none. */
  readonly modifiedAt: number | null;
  /** By MD5; undefined where they were not asked for. */
  readonly hashes: readonly string[] | undefined;
}

/**
 * One page of the games of a system, by title; nothing for a system that does not exist. It costs as much as
 * there are games up to the end of the page: the catalogue of one system, and nothing of the ledger.
 */
export async function gameList(
  session: Session,
  systemId: number,
  choice: GameListChoice,
  page: Page,
): Promise<ListedGame[]> {
  const system = await session.first(findSystem, { systemId });
  if (system === undefined) return [];
  const games = await session.all(listGames, { systemId, least: choice.withAchievements ? 1 : 0, ...page });
  const hashes = choice.withHashes ? await hashesOf(session, games) : undefined;
  return games.map((game) => ({
    id: game.id,
    title: game.title,
    systemId,
    systemName: system.name,
    icon: game.icon ?? gameIconPath(game.id),
    achievements: game.promoted_count,
    points: game.promoted_points,
    leaderboards: game.leaderboards,
    modifiedAt: game.modified_at,
    hashes: hashes && (hashes.get(game.id) ?? []),
  }));
}

async function hashesOf(
  session: Session,
  games: readonly { readonly id: number }[],
): Promise<ReadonlyMap<number, string[]>> {
  const hashes = new Map<number, string[]>();
  const ids = games.map(({ id }) => id);
  for (const { game_id, md5 } of await hashesOfGames(session, ids)) {
    const known = hashes.get(game_id);
    if (known === undefined) hashes.set(game_id, [md5]);
    else known.push(md5);
  }
  for (const list of hashes.values()) list.sort();
  return hashes;
}

const findSystem = statement<{ systemId: number }>()((db, slot) =>
  db.selectFrom('system').select('name').where('id', '=', slot('systemId')),
);

const listGames = statement<Page & { systemId: number; least: number }>()((db, slot) =>
  db
    .selectFrom('game')
    .select(['id', 'title', 'icon', 'promoted_count', 'promoted_points', 'leaderboards'])
    .select((game) =>
      game
        .selectFrom('achievement')
        .select('modified_at')
        .whereRef('achievement.game_id', '=', 'game.id')
        .orderBy('modified_at', 'desc')
        .limit(sql.lit(1))
        .as('modified_at'),
    )
    .where('system_id', '=', slot('systemId'))
    .where('promoted_count', '>=', slot('least'))
    .orderBy(titleOrder)
    .orderBy('id')
    .limit(atMost(slot('count')))
    .offset(slot('offset')),
);

const hashesOfGames = listStatement((db, ids) =>
  db.selectFrom('game_hash').select(['game_id', 'md5']).where('game_id', 'in', ids),
);
